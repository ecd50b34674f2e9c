using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>
/// A fragment changes the slots that it names in what is spoken of, and keeps the others; what is kept and what is dropped is listed.
/// What cannot be placed is asked about, and so is whatever follows a question that was refused.
/// </summary>
internal static class FollowUp
{
    private const int Offered = 3;
    private const int LongestFragment = 14;

    public static Reading? Read(QuestionParts parts, Lazy<Reading> direct)
    {
        var sentence = parts.Sentence;
        if (Choices.Of(parts) is { } chosen)
        {
            return chosen;
        }

        if (About(parts) is { } about)
        {
            return about;
        }

        if (Again(parts) is { } again)
        {
            return again;
        }

        if (!References.Has(sentence) && StandsAlone(parts, direct))
        {
            return Carry.Time(parts, direct.Value);
        }

        return Spoken.Of(parts) is { } spoken ? Edited(parts, direct, spoken)
            : References.Has(sentence) && direct.Value is Reading.OutOfScope ? Unplaced(sentence)
            : null;
    }

    private static Reading? Edited(QuestionParts parts, Lazy<Reading> direct, Spoken spoken)
    {
        var sentence = parts.Sentence;
        if (spoken.Draft(parts) is not { } draft)
        {
            return spoken.Asks ? null : Unknown(parts) ?? UnknownTime(sentence) ?? Carry.Unit(parts, direct.Value, spoken.Unit);
        }

        if (draft.Queries.IsEmpty)
        {
            return direct.Value is Reading.OutOfScope ? Unplaced(sentence) : null;
        }

        var reading = Residue.Settle(sentence, draft);
        if (reading is not Reading.Blocked blocked)
        {
            return reading;
        }

        // "which plans is it missing?" after its limitations.
        if (Carry.Unit(parts, direct.Value, spoken.Unit) is { } carried)
        {
            return carried;
        }

        // Words that no edit explains may be a question of their own.
        return blocked.By == BlockedBy.ManyWords && direct.Value is Reading.Clear ? null : blocked with { FollowsUp = true };
    }

    // Where the last answer comes from, or what it was before.
    private static Reading.Clear? About(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (AsksWhence(parts) && sentence.Before.LastQuery is { } last)
        {
            return new()
            {
                Language = sentence.Language,
                Query = new ProvenanceQuery { Of = last },
            };
        }

        return
            parts.Leading() is null
            && sentence.Has(Cue.History)
            && sentence.Units.Count == 0
            && sentence.Before.LastQuery is ValueQuery value
            ? new()
            {
                Language = sentence.Language,
                Query = new HistoryQuery { Of = value },
            }
            : null;
    }

    // "con số cụ thể là bao nhiêu?": the same figure once more, where the answer said it in words or was not read.
    private static Reading.Clear? Again(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        return
            sentence.Before.LastQuery is ValueQuery last
            && sentence.Spans.TrueForAll(s =>
                s is CueSpan c && c.Cues.HasOnly(Cue.Function, Cue.Polite, Cue.Ask, Cue.Measure, Cue.SingleValue)
                || sentence.Tokens[s.Start].Sort == Text.TokenSort.Mark
            )
            && sentence.Cues.Any(c =>
                c.Has(Cue.Ask) && sentence.Tokens[c.Start..c.End].Any(t => t.Bare is "nhieu" or "may" or "many" or "much" or "percentage")
            )
            ? new()
            {
                Language = sentence.Language,
                Query = last,
                Note = new() { Inherited = [InheritedSlot.Indicator, InheritedSlot.Units] },
            }
            : null;
    }

    private static bool AsksWhence(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        return (sentence.Has(Cue.Source) || sentence.Has(Cue.Why))
            && parts.Indicator?.Best[0].Full is null or 0
            && sentence.Units.Count == 0
            && sentence.Periods.Count == 0
            && sentence.Tokens.Length < LongestFragment;
    }

    private static Reading.Blocked? Unknown(QuestionParts parts) =>
        parts.Sentence.Tokens.Length < LongestFragment && UnknownUnits.Find(parts.Sentence, parts.Explained) is { } name
            ? new()
            {
                Language = parts.Sentence.Language,
                By = BlockedBy.UnknownUnit,
                Words = name,
                FollowsUp = true,
            }
            : null;

    private static Reading.Blocked? UnknownTime(Sentence sentence) =>
        sentence.Tokens.Length < LongestFragment && UnknownTimes.Find(sentence) is { } time
            ? new()
            {
                Language = sentence.Language,
                By = BlockedBy.UnknownPeriod,
                Words = time,
                FollowsUp = true,
            }
            : null;

    private static Reading.Blocked Unplaced(Sentence sentence) =>
        new()
        {
            Language = sentence.Language,
            By = BlockedBy.ManyWords,
            Words = sentence.Question.Text.Trim(),
            FollowsUp = true,
        };

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
