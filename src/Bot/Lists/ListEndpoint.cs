using System.Text;
using Bot.Charts;
using Bot.Clocks;
using Bot.Reminders.Digest;
using Bot.Store.Catalogues;

namespace Bot.Lists;

/// <summary><c>GET /lists/…</c>: the list behind a digest as CSV, as it stands when it is fetched, for whoever has the signed address of the card.</summary>
internal static class ListEndpoint
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static void MapLists(this IEndpointRouteBuilder routes) => routes.MapGet(CardAddresses.Lists + "{address}", ListAsync);

    private static async Task<IResult> ListAsync(
        string address,
        CardAddresses addresses,
        WeeklyDigest digest,
        CatalogueCache catalogues,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (addresses.ReadList(address) is not { } isOver)
        {
            return Results.NotFound();
        }

        if (isOver)
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        var today = clock.Today;
        using var file = new MemoryStream();
        // With the mark, by which spreadsheets know that it is UTF-8.
        await using (var csv = new StreamWriter(file, WithMark, leaveOpen: true))
        {
            await DigestList.Of(await digest.SummaryAsync(today, cancellationToken), catalogues.Current).WriteAsync(csv, cancellationToken);
        }

        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", $"digest-{today:yyyy-MM-dd}.csv");
    }
}
