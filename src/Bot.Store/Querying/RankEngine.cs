using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Units in order of one indicator.</summary>
internal static class RankEngine
{
    public static async ValueTask<Result> RunAsync(RankQuery query, StoreView view)
    {
        var figures = await view.FiguresAsync(query.Indicator, query.KnownOn);
        var targets = await view.TargetsAsync(query.KnownOn);
        if (SetFigures.Choose(figures, query.Units, query.Basis, query.Period, view) is not { } set)
        {
            return await Nearest.OfSetAsync(query, query.Indicator, query.Units, query.Basis, query.Period, view);
        }

        if (set.Numbers.Count == 0)
        {
            return Refusals.WordsOnly(query, query.Units, set, targets, view);
        }

        var ranked = set.Ranked(targets, view);
        return new RankingResult
        {
            Query = query,
            Ended = view.Ended(query.Units),
            Indicator = query.Indicator,
            Basis = set.Basis,
            Period = set.Period,
            Figures = [.. End(ranked, query)],
            Ranked = ranked.Count,
            WordsOnly = [.. set.WordsOnly],
            NotReported = [.. set.NotReported],
            OtherBases = [.. set.OtherBases],
        };
    }

    // The end is one of values, the rank one of merit. Who shares the last place asked for is in.
    private static IEnumerable<JudgedFigure> End(IReadOnlyList<JudgedFigure> ranked, RankQuery query)
    {
        List<JudgedFigure> ordered =
            query.End == RankEnd.Highest ? [.. ranked.OrderByDescending(f => f.Figure.Amount)] : [.. ranked.OrderBy(f => f.Figure.Amount)];
        if (query.Count == 0 || query.Count >= ordered.Count)
        {
            return ordered;
        }

        var last = ordered[query.Count - 1].Figure.Amount;
        return ordered.Take(query.Count).Concat(ordered.Skip(query.Count).TakeWhile(f => Equals(f.Figure.Amount, last)));
    }
}
