using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Says no with the figures that there are, each on its own.</summary>
internal static class Refusals
{
    public static Refusal WordsOnly(StoreQuery query, UnitSet units, SetFigures set, IReadOnlyList<Target> targets, StoreView view) =>
        Of(query, units, RefusalReason.WordsOnly, set.WordsOnly.Select(f => Judging.Judge(f, set.All, targets, view)), view);

    public static Refusal Of(StoreQuery query, UnitSet units, RefusalReason reason, IEnumerable<JudgedFigure> figures, StoreView view) =>
        new()
        {
            Query = query,
            Ended = view.Ended(units),
            Reason = reason,
            Figures = [.. figures],
        };
}
