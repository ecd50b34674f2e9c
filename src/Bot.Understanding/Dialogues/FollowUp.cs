using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>
/// A fragment changes the slots that it names in the last query and keeps the others; what is kept is listed. A new indicator
/// drops the basis; a new unit keeps indicator, basis and period.
/// </summary>
internal static class FollowUp
{
    private static readonly CueSet Allowed = Draft.Cues(
        Cue.FollowUp,
        Cue.Correction,
        Cue.Newest,
        Cue.YearEarlier,
        Cue.PeriodEarlier,
        Cue.Versus,
        Cue.Departments,
        Cue.Districts,
        Cue.AnyUnits,
        Cue.Which,
        Cue.State,
        Cue.Reach,
        Cue.Not,
        Cue.OwnCity,
        Cue.Both,
        Cue.Compare,
        Cue.Plural
    );

    public static Reading? Read(QuestionParts parts, Lazy<Reading> direct)
    {
        var sentence = parts.Sentence;
        // A topic with its units or its time chooses nothing that was offered.
        var named = parts.Leading() is not null && (sentence.Units.Count > 0 || sentence.Periods.Count > 0);
        if (!named && sentence.Before.Choices is { IsEmpty: false } offered && Choices.Of(parts, offered) is { } chosen)
        {
            return chosen;
        }

        var asksWhence = AsksWhence(parts);
        var asksHistory = parts.Leading() is null && sentence.Has(Cue.History) && sentence.Units.Count == 0;
        if (!asksWhence && !asksHistory && StandsAlone(parts, direct))
        {
            return null;
        }

        if (sentence.Before.LastQuery is not { } last)
        {
            return null;
        }

        if (asksWhence)
        {
            return new Reading.Clear
            {
                Language = sentence.Language,
                Query = new ProvenanceQuery { Of = last },
            };
        }

        if (asksHistory && last is ValueQuery of)
        {
            return new Reading.Clear
            {
                Language = sentence.Language,
                Query = new HistoryQuery { Of = of },
            };
        }

        if (asksHistory && StandsAlone(parts, direct))
        {
            return null;
        }

        return Edits.Of(parts, last) is { } draft ? Residue.Settle(sentence, draft with { Used = Allowed.With(draft.Used) }) : null;
    }

    private static bool AsksWhence(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        return (sentence.Has(Cue.Source) || sentence.Has(Cue.Why))
            && parts.Indicator?.Best[0].Full is null or 0
            && sentence.Units.Count == 0
            && sentence.Periods.Count == 0
            && sentence.Tokens.Length < 14;
    }

    // The sentence names what it is about and for whom, and can be answered: it is a question of its own.
    private static bool StandsAlone(QuestionParts parts, Lazy<Reading> direct) =>
        IsComplete(parts)
        && direct.Value
            is Reading.Clear
                or Reading.Ambiguous
                and not Reading.Ambiguous { What: ClarifyWhat.MissingIndicator or ClarifyWhat.MissingUnit };

    private static bool IsComplete(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var topic = parts.Leading() is { } leading && (leading.Best[0].Full != 0 || leading.LeftOver == 0 && !sentence.Has(Cue.FollowUp));
        var units = sentence.Units.Count > 0 || parts.Kind is not null || parts.Leading() == parts.Project && parts.Project is not null;
        var remark =
            sentence.Has(Cue.Limitation)
            || sentence.Has(Cue.Achievement)
            || sentence.Has(Cue.Recommendation)
            || sentence.Has(Cue.Missing)
            || sentence.Has(Cue.Inspect)
            || sentence.Has(Cue.ProjectHead)
            || sentence.Has(Cue.Profile);
        return topic
                && (units || sentence.Has(Cue.Define) || sentence.Has(Cue.Target) || sentence.Has(Cue.Deadline) || sentence.Has(Cue.Which))
            || remark && units;
    }
}
