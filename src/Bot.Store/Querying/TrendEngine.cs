using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>One indicator of one unit over time, a series per basis and one length of period.</summary>
internal static class TrendEngine
{
    public static async ValueTask<Result> RunAsync(TrendQuery query, StoreView view)
    {
        var figures = await view.FiguresAsync(query.Indicator, query.KnownOn);
        var targets = await view.TargetsAsync(query.KnownOn);
        var units = UnitSet.Of(query.Unit);
        var asked = Bases.Asked(query.Bases, figures.Indicator);
        List<Figure> inRange = [];
        List<TrendSeries> series = [];
        foreach (var basis in asked.Count > 0 ? asked : figures.Bases)
        {
            List<Figure> points = [.. figures.Of(query.Unit, basis).Where(f => IsInside(f.Period, query))];
            inRange.AddRange(points);
            if (OneLength(points, query) is { } chosen)
            {
                series.Add(Series(basis, chosen, figures, targets, view));
            }
        }

        if (series.Count > 0)
        {
            return new TrendResult
            {
                Query = query,
                Ended = view.Ended(units),
                Indicator = query.Indicator,
                Unit = query.Unit,
                Series = [.. series],
            };
        }

        if (inRange.Count == 0)
        {
            var absence = new Absence(query.Unit, query.Indicator, asked.Count == 1 ? asked[0] : null, query.From ?? query.To);
            return await Nearest.NoDataAsync(query, units, [absence], view);
        }

        var numbers = inRange.Where(f => f.Amount is not null).ToList();
        var reason =
            numbers.Count == 0 ? RefusalReason.WordsOnly
            : numbers.GroupBy(f => f.Basis).Any(b => b.Count() > 1) ? RefusalReason.DifferentPeriods
            : RefusalReason.OnePoint;
        return Refusals.Of(query, units, reason, inRange.Select(f => Judging.Judge(f, figures, targets, view)), view);
    }

    private static bool IsInside(Period period, TrendQuery query) =>
        (query.From is not { } from || period.First >= from.First) && (query.To is not { } to || period.Last <= to.Last);

    // The asked length where there is one, else the one with most numbers; two numbers at least.
    private static List<Figure>? OneLength(List<Figure> points, TrendQuery query)
    {
        var asked = (query.From ?? query.To)?.Kind;
        return points
            .GroupBy(f => f.Period.Kind)
            .Where(kind => kind.Count(f => f.Amount is not null) > 1)
            .Where(kind => kind.Key is not (PeriodKind.SpanOfYears or PeriodKind.SpanOfMonths))
            .OrderByDescending(kind => kind.Key == asked && kind.Key != PeriodKind.Year)
            .ThenByDescending(kind => kind.Count(f => f.Amount is not null))
            .ThenByDescending(kind => kind.Key)
            .FirstOrDefault()
            ?.ToList();
    }

    private static TrendSeries Series(
        BasisCode basis,
        List<Figure> points,
        IndicatorFigures figures,
        IReadOnlyList<Target> targets,
        StoreView view
    )
    {
        var judged = points.Select(point =>
        {
            var figure = Judging.Judge(point, figures, targets, view);
            return IsNeighbour(figure) ? figure : figure with { Previous = null, Change = null };
        });
        return new TrendSeries(basis, [.. judged], [.. Missing(points)]);
    }

    // States on days have no neighbours but each other; calendar periods do.
    private static bool IsNeighbour(JudgedFigure figure) =>
        figure.Figure.Period.Kind == PeriodKind.Day || figure.Previous?.Period == figure.Figure.Period.Previous();

    private static List<Period> Missing(List<Figure> points)
    {
        var there = points.Select(p => p.Period).ToHashSet();
        List<Period> missing = [];
        for (
            var period = points[^1].Period.Previous();
            period is not null && period.First > points[0].Period.First;
            period = period.Previous()
        )
        {
            if (!there.Contains(period))
            {
                missing.Add(period);
            }
        }

        missing.Reverse();
        return missing;
    }
}
