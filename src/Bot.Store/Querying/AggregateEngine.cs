using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>One number over several units.</summary>
internal static class AggregateEngine
{
    // A mean is no more exact than the figures behind it.
    private const int MeanDecimals = 2;

    public static async ValueTask<Result> RunAsync(AggregateQuery query, StoreView view)
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
        decimal[] values = [.. ranked.Select(f => f.Figure.Amount!.Value).Order()];
        if (Refused(query.Function, figures.Indicator.Unit, values.Length) is { } reason)
        {
            return Refusals.Of(query, query.Units, reason, ranked, view);
        }

        var value = Take(query.Function, values);
        return new AggregateResult
        {
            Query = query,
            Ended = view.Ended(query.Units),
            Indicator = query.Indicator,
            Basis = set.Basis,
            Period = set.Period,
            Value = new Amount(value),
            Measure = query.Function == AggregateFunction.Count ? MeasureUnit.Count : figures.Indicator.Unit,
            Of = [.. ranked],
            At = query.Function is AggregateFunction.Min or AggregateFunction.Max
                ? [.. ranked.Where(f => f.Figure.Amount!.Value == value).Select(f => f.Figure.Unit)]
                : [],
            NotReported = [.. set.NotReported],
        };
    }

    // The middle of two places is a place that nobody has.
    private static RefusalReason? Refused(AggregateFunction function, MeasureUnit measure, int count) =>
        (function, measure) switch
        {
            (AggregateFunction.Mean, _) when measure == MeasureUnit.Percent => RefusalReason.MeanOfPercentages,
            (AggregateFunction.Mean, _) when measure == MeasureUnit.Rank => RefusalReason.MeanOfRanks,
            (AggregateFunction.Median, _) when measure == MeasureUnit.Rank && count % 2 == 0 => RefusalReason.MeanOfRanks,
            _ => null,
        };

    private static decimal Take(AggregateFunction function, decimal[] ordered) =>
        function switch
        {
            AggregateFunction.Count => ordered.Length,
            AggregateFunction.Min => ordered[0],
            AggregateFunction.Max => ordered[^1],
            AggregateFunction.Mean => Math.Round(ordered.Average(), MeanDecimals, MidpointRounding.AwayFromZero),
            _ => (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2,
        };
}
