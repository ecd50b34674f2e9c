using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Figures of one indicator side by side, each basis within itself.</summary>
internal static class CompareEngine
{
    public static async ValueTask<Result> RunAsync(CompareQuery query, StoreView view)
    {
        var figures = await view.FiguresAsync(query.Indicator, query.KnownOn);
        var targets = await view.TargetsAsync(query.KnownOn);
        var asked = Bases.Asked(query.Bases, figures.Indicator);
        List<JudgedFigure> found = [];
        List<BasisDifference> differences = [];
        foreach (var basis in asked.Count > 0 ? asked : figures.Bases)
        {
            List<Figure> row = [.. Row(figures, basis, query, view)];
            found.AddRange(WithRank(row, figures, targets, view));
            if (Difference(row, figures.Indicator, view) is { } difference)
            {
                differences.Add(difference);
            }
        }

        var units = query.Units.IsNamed
            ? view.Units(query.Units, query.Period)
            : view.Units(query.Units, query.Period ?? found.FirstOrDefault()?.Figure.Period);
        List<Absence> absent =
        [
            .. units
                .Where(unit => !found.Exists(f => f.Figure.Unit == unit.Code))
                .Select(unit => new Absence(unit.Code, query.Indicator, asked.Count == 1 ? asked[0] : null, query.Period)),
        ];
        return found.Count > 0
            ? new CompareResult
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Indicator = query.Indicator,
                Figures = [.. found],
                Differences = [.. differences],
                Absent = [.. absent],
                NotComparable = differences.Count == 0 ? WhyNot(found, view) : null,
            }
            : await Nearest.NoDataAsync(query, query.Units, absent, view);
    }

    // Unasked, the newest period that two of the units share; else each unit's newest, and no difference between them.
    private static IEnumerable<Figure> Row(IndicatorFigures figures, BasisCode basis, CompareQuery query, StoreView view)
    {
        List<OrgUnitCode> units = query.Units.IsNamed
            ? [.. view.Units(query.Units, query.Period).Select(u => u.Code)]
            : [.. figures.On(basis).Select(f => f.Unit).Distinct().Where(u => view.Covers(query.Units, u))];
        var period = query.Period ?? Shared(units.SelectMany(unit => figures.Of(unit, basis)));
        foreach (var unit in units)
        {
            var figure = figures.Find(unit, basis, period) ?? (query.Period is null ? figures.Find(unit, basis, null) : null);
            if (figure is not null)
            {
                yield return figure;
            }
        }
    }

    private static Period? Shared(IEnumerable<Figure> figures) =>
        figures
            .GroupBy(f => f.Period)
            .Where(p => p.Count() > 1)
            .OrderByDescending(p => p.Key.Last)
            .ThenByDescending(p => p.Count())
            .ThenByDescending(p => p.Key.First)
            .FirstOrDefault()
            ?.Key;

    private static IEnumerable<JudgedFigure> WithRank(
        List<Figure> row,
        IndicatorFigures figures,
        IReadOnlyList<Target> targets,
        StoreView view
    )
    {
        List<Figure> ranked = [.. row.Where(f => f.Amount is not null && f.Period == row[0].Period)];
        foreach (var figure in row)
        {
            var rank =
                ranked.Contains(figure) && ranked.Count > 1
                    ? 1 + ranked.Count(other => Comparability.BestFirst(other, figure, figures.Indicator.Direction) < 0)
                    : (int?)null;
            yield return Judging.Judge(figure, figures, targets, view) with
            {
                Rank = rank,
            };
        }
    }

    private static BasisDifference? Difference(List<Figure> row, Indicator indicator, StoreView view)
    {
        List<Figure> numbers = [.. row.Where(f => f.Amount is not null).Take(2)];
        return
            numbers.Count == 2
            && numbers[0].Period == numbers[1].Period
            && !IsSameLine(numbers[0].Unit, numbers[1].Unit, view)
            && Comparability.Difference(numbers[0].Amount, numbers[1].Amount, indicator) is { } difference
            ? new BasisDifference(numbers[0].Basis, numbers[0].Unit, numbers[1].Unit, difference)
            : null;
    }

    private static RefusalReason? WhyNot(List<JudgedFigure> found, StoreView view)
    {
        List<Figure> figures = [.. found.Select(f => f.Figure)];
        if (figures.DistinctBy(f => f.Unit).Count() < 2)
        {
            return null;
        }

        List<Figure> numbers = [.. figures.Where(f => f.Amount is not null)];
        if (numbers.DistinctBy(f => f.Unit).Count() < 2)
        {
            return RefusalReason.WordsOnly;
        }

        var sameBasis = numbers.GroupBy(f => f.Basis).Where(b => b.DistinctBy(f => f.Unit).Count() > 1).SelectMany(b => b).ToList();
        return sameBasis.Count == 0 ? RefusalReason.DifferentBases
            : IsSameLine(sameBasis[0].Unit, sameBasis[1].Unit, view) ? RefusalReason.UnitChanged
            : RefusalReason.DifferentPeriods;
    }

    // Whether one took over from the other: the same office before and after a merger is no pair to compare.
    private static bool IsSameLine(OrgUnitCode a, OrgUnitCode b, StoreView view) => Leads(a, b, view, 0) || Leads(b, a, view, 0);

    private static bool Leads(OrgUnitCode from, OrgUnitCode to, StoreView view, int depth) =>
        depth < 8
        && view.Catalogue.Unit(from.Value) is { } unit
        && unit.Successors.AsSpan().ToArray().Any(next => next == to || Leads(next, to, view, depth + 1));
}
