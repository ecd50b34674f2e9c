namespace Bot.Charts;

/// <summary><c>GET /charts/…</c>: the picture of a chart, for clients that draw none themselves.</summary>
internal static class ChartEndpoint
{
    public static void MapCharts(this IEndpointRouteBuilder routes) => routes.MapGet(CardAddresses.Folder + "{address}", Picture);

    private static IResult Picture(string address, CardAddresses addresses, HttpResponse response)
    {
        if (addresses.Read(address) is not { } read)
        {
            return Results.NotFound();
        }

        if (read.IsOver || ChartText.Read(read.Text) is not { } drawing)
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        response.Headers.CacheControl = "private, max-age=86400, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(Png.Write(drawing.IsLine ? LinePainter.Paint(drawing) : BarPainter.Paint(drawing)), "image/png");
    }
}
