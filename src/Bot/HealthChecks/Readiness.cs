using Bot.Store.Catalogues;

namespace Bot.HealthChecks;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the store can be read, so questions can be answered.</summary>
internal static class Readiness
{
    public static void MapReadiness(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static () => Results.Text("live"));
        routes.MapGet("/health/ready", Ready);
    }

    private static IResult Ready(CatalogueCache catalogues)
    {
        try
        {
            return Results.Text(catalogues.Current.Units.Count > 0 ? "ready" : "ready, the store is empty");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or IOException or TimeoutException)
        {
            return Results.Text("the store cannot be read", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
