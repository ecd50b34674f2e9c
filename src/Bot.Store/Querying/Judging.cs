using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Puts beside a figure what is needed to judge it, all of it on the same basis.</summary>
internal static class Judging
{
    public static JudgedFigure Judge(
        Figure figure,
        IndicatorFigures figures,
        IReadOnlyList<Target> targets,
        StoreView view,
        Claim? claim = null
    )
    {
        var target = Target(figure, targets, view);
        var previous = Comparability.Previous(figure, figures.Of(figure.Unit, figure.Basis));
        return new JudgedFigure
        {
            Figure = figure,
            Target = target,
            Gap = Comparability.Difference(figure.Amount, target?.Value, figures.Indicator),
            TargetMet =
                target is null || figure.Amount is null ? null : Comparability.Holds(figure.Amount, target.Comparator, target.Value.Value),
            Previous = previous,
            Change = Comparability.Difference(figure.Amount, previous?.Amount, figures.Indicator),
            Age = Ages.Of(figure, figures.Indicator, view.Today),
            ClaimHolds = claim is null || figure.Amount is null ? null : Comparability.Holds(figure.Amount, claim.Comparator, claim.Value),
        };
    }

    /// <summary>
    /// The target for a figure's unit and basis: of exactly its period first, then of its year, then the next that ends later.
    /// A target of the unit goes before one of its kind, and that before one of all.
    /// </summary>
    public static Target? Target(Figure figure, IReadOnlyList<Target> targets, StoreView view) =>
        targets
            .Where(t =>
                t.Indicator == figure.Indicator
                && t.Basis == figure.Basis
                && t.Period.Last >= figure.Period.Last
                && Applies(t, view.Catalogue[figure.Unit])
            )
            .OrderBy(t =>
                t.Period == figure.Period ? 0
                : IsYearOf(t.Period, figure.Period) ? 1
                : 2
            )
            .ThenBy(t => t.Period.Last)
            .ThenBy(Reach)
            .FirstOrDefault();

    /// <summary>Whether a target is set for that unit.</summary>
    public static bool Applies(Target target, OrgUnit unit) =>
        target.Unit is { } one ? one == unit.Code
        : target.Kind is { } kind ? unit.Kind == kind
        : true;

    /// <summary>0 for one unit, 1 for a kind, 2 for all.</summary>
    public static int Reach(Target target) =>
        target.Unit is not null ? 0
        : target.Kind is not null ? 1
        : 2;

    private static bool IsYearOf(Period year, Period period) => year.Kind == PeriodKind.Year && year.EndYear == period.EndYear;
}
