using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Text;

namespace Bot.Understanding.Dialogues;

/// <summary>What a question that could stand alone still takes over, because it goes on with the conversation.</summary>
internal static class Carry
{
    private const int ShortQuestion = 5;

    /// <summary>"Hạn chế?" after a figure of a unit asks for that unit's; null where the question takes over no unit.</summary>
    public static Reading? Unit(QuestionParts parts, Reading direct, OrgUnitCode? unit)
    {
        var sentence = parts.Sentence;
        if (
            direct is not Reading.Clear clear
            || unit is null
            || sentence.Units.Count > 0
            || parts.Kind is not null
            || sentence.Has(Cue.Who)
            || !IsContinued(sentence)
                && !sentence.Tokens.Any(t => t.Word is "it" or "its" or "they" or "their")
                && sentence.Tokens.Count(t => t.Sort != TokenSort.Mark) > ShortQuestion
        )
        {
            return null;
        }

        return Of(clear.Query, Bearers.Known(unit, sentence.Catalogue)) is { } query ? With(clear, query, InheritedSlot.Units) : null;
    }

    /// <summary>The query of that unit where it was of all; null where it is of some already, or of none.</summary>
    public static StoreQuery? Of(Query query, OrgUnitCode unit)
    {
        var units = UnitSet.Of(unit);
        return query switch
        {
            FindingsQuery q when q.Units == UnitSet.All => q with { Units = units },
            ObligationsQuery q when q.Units == UnitSet.All => q with { Units = units },
            ProjectsQuery { Project: null } q when q.Units == UnitSet.All => q with { Units = units },
            InspectionQuery { Inspection: null, Aspect: not InspectionAspect.Units } q when q.Units == UnitSet.All => q with
            {
                Units = units,
            },
            _ => null,
        };
    }

    /// <summary>"còn tỷ lệ ký số của Sở Nội vụ?" after a figure of a quarter asks for that quarter's; null where no time is taken over.</summary>
    public static Reading? Time(QuestionParts parts, Reading direct)
    {
        var sentence = parts.Sentence;
        return
            direct is Reading.Clear clear
            && sentence.Periods.Count == 0
            && !sentence.Has(Cue.Newest)
            && IsContinued(sentence)
            && sentence.Before.LastQuery is { } last
            && Subject.Of(last) is { Period: { } period } before
            // The time of a plan is no time of a figure.
            && clear.Query is ObligationsQuery == last is ObligationsQuery
            && (!before.Indicators.IsEmpty || last is ObligationsQuery)
            && Then(clear.Query, period) is { } query
            ? With(clear, query, InheritedSlot.Period)
            : null;
    }

    private static StoreQuery? Then(Query query, Period period) =>
        query switch
        {
            ValueQuery { Period: null } q => q with { Period = period },
            CompareQuery { Period: null } q => q with { Period = period },
            RankQuery { Period: null } q => q with { Period = period },
            FilterQuery { Period: null } q => q with { Period = period },
            AggregateQuery { Period: null } q => q with { Period = period },
            TargetQuery { Period: null } q => q with { Period = period },
            ObligationsQuery { Period: null } q => q with { Period = period },
            _ => null,
        };

    // "the" is also "thế" without its accent, and opens no question that goes on.
    private static bool IsContinued(Sentence sentence) =>
        sentence.Spans.Find(s => s is not UnknownSpan) is CueSpan first
        && (
            first.Has(Cue.Correction) || first.Has(Cue.FollowUp) && (!first.Has(Cue.Function) || sentence.Tokens[first.Start].Word is "and")
        );

    private static Reading.Clear With(Reading.Clear clear, Query query, InheritedSlot kept) =>
        clear with
        {
            Query = query,
            Note = clear.Note with { Inherited = [.. clear.Note.Inherited, kept] },
        };
}
