using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Questions.Frames;

namespace Bot.Understanding.Dialogues;

/// <summary>Queries of each kind over the slots of an edit.</summary>
internal static class FigureQueries
{
    public static TargetQuery TargetOf(Edit edit, UnitSet units) =>
        new()
        {
            Indicators = edit.After.Indicators,
            Units = units,
            Bases = edit.After.Bases,
            Period = edit.After.Period,
        };

    public static Cue? End(QuestionParts parts, ulong explained)
    {
        foreach (var cue in (ReadOnlySpan<Cue>)[Cue.Highest, Cue.Lowest, Cue.Best, Cue.Worst])
        {
            if (parts.Sentence.Has(cue, explained))
            {
                return cue;
            }
        }

        return null;
    }

    public static RankQuery Rank(Edit edit, UnitSet units)
    {
        var indicator = edit.After.Indicators[0];
        var end = End(edit.Parts, edit.Topic.Explained);
        return new RankQuery
        {
            Indicator = indicator,
            // A unit has its place among those of its kind.
            Units = units.Only is { } only ? KindOf(edit, only) : units,
            Basis = One(edit),
            Period = edit.After.Period,
            End = RankEnds.Of(end, edit.Sentence.Catalogue[indicator], edit.Says),
            Count = end is null ? 0 : Count(edit),
        };
    }

    /// <summary>"3 sở thôi" after a ranking: as many of those that are ranked.</summary>
    public static bool CountsAmong(QuestionParts parts) =>
        parts.Kind is not null && parts.Sentence.Numbers is [{ Percent: false }] && parts.Sentence.Before.LastQuery is RankQuery;

    // "thấp nhất thì sao?" after the three highest asks for three again; "sở nào thấp nhất?" for one.
    private static int Count(Edit edit)
    {
        var count = SetFrame.CountOf(edit.Sentence, edit.Topic.Explained, out var isSaid);
        return !isSaid && count == 1 && edit.Last is RankQuery { Count: > 1 } last && !edit.Says(Cue.Which) && !edit.Says(Cue.Who)
            ? last.Count
            : count;
    }

    public static AggregateQuery Aggregate(Edit edit, UnitSet units) =>
        new()
        {
            Indicator = edit.After.Indicators[0],
            Units = units,
            Basis = One(edit),
            Period = edit.After.Period,
            Function = edit.Says(Cue.Median) ? AggregateFunction.Median : AggregateFunction.Mean,
        };

    public static FilterQuery Filter(Edit edit, UnitSet units) =>
        new()
        {
            Indicator = edit.After.Indicators[0],
            Units = units,
            Basis = One(edit),
            Period = edit.After.Period,
        };

    public static CompareQuery Compare(Edit edit, UnitSet units) =>
        new()
        {
            Indicator = edit.After.Indicators[0],
            Units = units,
            Bases = edit.After.Bases,
            Period = edit.After.Period,
        };

    public static ValueQuery Value(Edit edit, UnitSet units) =>
        new()
        {
            Indicators = edit.After.Indicators,
            Units = units,
            Bases = edit.After.Bases,
            Period = edit.After.Period,
        };

    public static ChangeQuery Change(Edit edit, UnitSet units) =>
        new()
        {
            Indicator = edit.After.Indicators[0],
            Units = units,
            Bases = edit.After.Bases,
            To = edit.After.Period,
        };

    public static UnitSet KindOf(Edit edit, OrgUnitCode unit) => UnitSet.OfKind(edit.Sentence.Catalogue[unit].Kind);

    private static BasisCode? One(Edit edit) => edit.After.Bases.Count == 1 ? edit.After.Bases[0] : null;
}
