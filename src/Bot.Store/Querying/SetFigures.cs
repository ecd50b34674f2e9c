using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>
/// The figures of several units that may be held against each other: one indicator, one basis, one period. What else there is
/// stands beside it.
/// </summary>
internal sealed record SetFigures(
    IndicatorFigures All,
    BasisCode Basis,
    Period Period,
    IReadOnlyList<Figure> Numbers,
    IReadOnlyList<Figure> WordsOnly,
    IReadOnlyList<OrgUnitCode> NotReported,
    IReadOnlyList<BasisCode> OtherBases
)
{
    /// <summary>
    /// Takes the asked basis, or the first of the catalogue that has figures; and the asked period, or the newest. Null where
    /// there is no figure at all.
    /// </summary>
    public static SetFigures? Choose(IndicatorFigures all, UnitSet units, BasisCode? basis, Period? period, StoreView view)
    {
        List<(BasisCode Basis, Period Period, List<Figure> Figures)> choices = [];
        foreach (var candidate in basis is null ? all.Bases : [basis])
        {
            List<Figure> figures = [.. all.On(candidate).Where(f => view.Covers(units, f.Unit))];
            if (Common(figures, period) is { } common)
            {
                choices.Add((candidate, common, [.. figures.Where(f => f.Period == common)]));
            }
        }

        if (choices.Count == 0)
        {
            return null;
        }

        var chosen = choices.FindIndex(c => c.Figures.Exists(f => f.Amount is not null));
        var (on, at, found) = choices[Math.Max(0, chosen)];
        var reported = found.Select(f => f.Unit).ToHashSet();
        return new SetFigures(
            all,
            on,
            at,
            [.. found.Where(f => f.Amount is not null)],
            [.. found.Where(f => f.Amount is null)],
            [.. Expected(all, units, at, view).Where(unit => !reported.Contains(unit))],
            [.. choices.Select(c => c.Basis).Where(b => b != on)]
        );
    }

    /// <summary>The figures in order of merit with their place; equal values share one.</summary>
    public IReadOnlyList<JudgedFigure> Ranked(IReadOnlyList<Target> targets, StoreView view)
    {
        var direction = All.Indicator.Direction;
        List<JudgedFigure> ranked = [];
        foreach (var figure in Numbers.OrderBy(f => f, Comparer<Figure>.Create((a, b) => Comparability.BestFirst(a, b, direction))))
        {
            var before = ranked.Count == 0 ? null : ranked[^1];
            var rank = before is not null && Equals(before.Figure.Amount, figure.Amount) ? before.Rank : ranked.Count + 1;
            ranked.Add(Judging.Judge(figure, All, targets, view) with { Rank = rank });
        }

        return ranked;
    }

    // One period for all: the asked one, or the newest state inside it; unasked, the newest, and of two that end together the fuller.
    private static Period? Common(List<Figure> figures, Period? asked) =>
        asked is not null && figures.Exists(f => f.Period == asked)
            ? asked
            : figures
                .Select(f => f.Period)
                .Where(p => asked is null || Comparability.MayStandFor(p, asked))
                .GroupBy(p => p)
                .OrderByDescending(p => p.Key.Last)
                .ThenByDescending(p => p.Count())
                .ThenByDescending(p => p.Key.First)
                .FirstOrDefault()
                ?.Key;

    // Of every unit there is only those kinds are expected to report that ever did.
    private static IEnumerable<OrgUnitCode> Expected(IndicatorFigures all, UnitSet units, Period period, StoreView view)
    {
        var kinds = all.Revisions.Select(f => view.Catalogue[f.Unit].Kind).ToHashSet();
        return view.Units(units, period).Where(unit => units.IsNamed || kinds.Contains(unit.Kind)).Select(unit => unit.Code);
    }
}
