using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Units whose figure holds against a number or against their target.</summary>
internal static class FilterEngine
{
    public static async ValueTask<Result> RunAsync(FilterQuery query, StoreView view)
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

        var judged = set.Ranked(targets, view).Select(f => (Figure: f, Holds: Holds(f, query))).ToList();
        // Without any target there is nothing to meet or to miss.
        if (judged.TrueForAll(j => j.Holds is null))
        {
            return new NoData
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Nearest =
                [
                    new RankQuery
                    {
                        Indicator = query.Indicator,
                        Units = query.Units,
                        Basis = query.Basis,
                        Period = query.Period,
                    },
                ],
            };
        }

        return new FilterResult
        {
            Query = query,
            Ended = view.Ended(query.Units),
            Indicator = query.Indicator,
            Basis = set.Basis,
            Period = set.Period,
            Matching = [.. judged.Where(j => j.Holds == true).Select(j => j.Figure)],
            Others = judged.Count(j => j.Holds == false),
            WordsOnly = [.. set.WordsOnly],
            NotReported = [.. set.NotReported],
        };
    }

    private static bool? Holds(JudgedFigure figure, FilterQuery query) =>
        query.Threshold is { } threshold ? Comparability.Holds(figure.Figure.Amount!, threshold.Comparator, threshold.Value)
        : figure.TargetMet is { } met ? met == query.MeetsTarget
        : null;
}
