using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Answers a question of several parts, each by itself: one without data takes nothing from the others.</summary>
internal static class PlanEngine
{
    public static async ValueTask<Result> RunAsync(PlanQuery query, StoreView view)
    {
        var parts = new List<Result>(query.Parts.Count);
        foreach (var part in query.Parts)
        {
            parts.Add(await QueryEngine.RunAsync(part, view));
        }

        return new PlanResult { Query = query, Parts = [.. parts] };
    }
}
