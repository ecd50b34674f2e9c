using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>What must be reached, and how far from it the units are.</summary>
internal static class TargetEngine
{
    public static async ValueTask<Result> RunAsync(TargetQuery query, StoreView view)
    {
        var targets = await view.TargetsAsync(query.KnownOn);
        var indicators = query.Indicators.IsEmpty
            ? targets.Select(t => t.Indicator).Distinct()
            : query.Indicators.AsSpan().ToArray().Distinct();
        List<TargetRow> rows = [];
        List<JudgedFigure> without = [];
        List<Absence> absent = [];
        foreach (var code in indicators)
        {
            var figures = await view.FiguresAsync(code, query.KnownOn);
            List<Target> own = [.. targets.Where(t => t.Indicator == code && IsAsked(t, query, view))];
            List<JudgedFigure> judged = [.. Figures(query, figures, view).Select(f => Judge(f, own, query, figures, view))];
            rows.AddRange(judged.Where(f => f.Target is not null).Select(f => new TargetRow(f.Target!, f)));
            without.AddRange(judged.Where(f => f.Target is null && (query.Units.IsNamed || !query.Indicators.IsEmpty)));
            rows.AddRange(WithoutFigure(own, judged, query));
            absent.AddRange(query.Units.Units.AsSpan().ToArray().Select(unit => new Absence(unit, code, null, query.Period)));
        }

        return rows.Count + without.Count > 0
            ? new TargetResult
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Rows = [.. rows],
                WithoutTarget = [.. without],
            }
            : await Nearest.NoDataAsync(query, query.Units, absent, view);
    }

    private static bool IsAsked(Target target, TargetQuery query, StoreView view) =>
        (query.Bases.IsEmpty || query.Bases.Contains(target.Basis))
        && (query.Period is not { } asked || target.Period == asked || target.Period.Last >= asked.Last)
        && Reaches(target, query.Units, view);

    private static bool Reaches(Target target, UnitSet units, StoreView view) =>
        units == UnitSet.All
        || (
            target.Unit is { } one ? view.Covers(units, one)
            : units.IsNamed ? units.Units.AsSpan().ToArray().Any(unit => Judging.Applies(target, view.Catalogue[unit]))
            : target.Kind is not { } kind || units.Kind is null || units.Kind == kind
        );

    private static IEnumerable<Figure> Figures(TargetQuery query, IndicatorFigures figures, StoreView view)
    {
        var asked = Bases.Asked(query.Bases, figures.Indicator);
        foreach (var unit in view.Catalogue.Units.Where(unit => StoreView.Covers(query.Units, unit)))
        {
            foreach (var basis in asked.Count > 0 ? asked : figures.Bases)
            {
                if (figures.Find(unit.Code, basis, query.Period) is { } figure)
                {
                    yield return figure;
                }
            }
        }
    }

    // With a period asked, only a target that holds for it: the figure's own year is not another's.
    private static JudgedFigure Judge(Figure figure, List<Target> targets, TargetQuery query, IndicatorFigures figures, StoreView view) =>
        Judging.Judge(figure, figures, query.Period is { } asked ? [.. Nearby(targets, asked)] : targets, view);

    private static IEnumerable<TargetRow> WithoutFigure(List<Target> targets, List<JudgedFigure> judged, TargetQuery query)
    {
        var answered = judged.Where(f => f.Target is not null).Select(f => (f.Target!.Basis, f.Target.Unit, f.Target.Kind)).ToHashSet();
        return targets
            .GroupBy(t => (t.Basis, t.Unit, t.Kind))
            .Where(scope => !answered.Contains(scope.Key))
            .SelectMany(scope => query.Period is { } asked ? Nearby(scope, asked) : [scope.MaxBy(t => t.Period)!])
            .Select(target => new TargetRow(target, null));
    }

    /// <summary>Per scope and basis the target of exactly that period, else of its year, else the next that ends later.</summary>
    private static IEnumerable<Target> Nearby(IEnumerable<Target> targets, Period asked) =>
        targets
            .GroupBy(t => (t.Indicator, t.Basis, t.Unit, t.Kind))
            .Select(scope =>
                scope
                    .OrderBy(t =>
                        t.Period == asked ? 0
                        : t.Period.EndYear == asked.EndYear ? 1
                        : 2
                    )
                    .ThenBy(t => t.Period.Last)
                    .First()
            );
}
