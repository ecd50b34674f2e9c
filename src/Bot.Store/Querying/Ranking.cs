using Bot.Indicators;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>The place of one unit's figure among those of its kind.</summary>
internal static class Ranking
{
    /// <summary>
    /// Adds the place among the approved numbers of the same indicator, basis and period that units of the same kind have. None
    /// where it would stand alone, where neither way is better, or where the figure is itself a place in somebody's ranking.
    /// </summary>
    public static JudgedFigure AmongItsKind(JudgedFigure judged, IndicatorFigures figures, StoreView view)
    {
        var figure = judged.Figure;
        var direction = figures.Indicator.Direction;
        if (
            figure.Amount is null
            || figure.Status != ObservationStatus.Approved
            || direction == Direction.Neither
            || figure.Measure == MeasureUnit.Rank
        )
        {
            return judged;
        }

        var kind = view.Catalogue[figure.Unit].Kind;
        var (ranked, better) = (0, 0);
        foreach (var other in figures.On(figure.Basis))
        {
            if (
                other.Period == figure.Period
                && other.Amount is not null
                && other.Status == ObservationStatus.Approved
                && view.Catalogue[other.Unit].Kind == kind
            )
            {
                ranked++;
                better += Comparability.BestFirst(other, figure, direction) < 0 ? 1 : 0;
            }
        }

        return ranked < 2 ? judged : judged with { Rank = better + 1, Ranked = ranked };
    }
}
