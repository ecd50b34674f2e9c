using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions.Frames;

/// <summary>What an indicator or a plan is, and how it is calculated.</summary>
internal static class DefineFrame
{
    private static readonly CueSet Used = Draft.Cues(Cue.Define, Cue.Versus, Cue.PlanHead, Cue.ReportHead);

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (
            sentence.Units.Count > 0
            || parts.Kind is not null
            || sentence.Periods.Count > 0
            || parts.Leading() is not { } topic
            || topic == parts.Project
            || topic.LeftOver != 0 && topic.Best[0].Full == 0
        )
        {
            return null;
        }

        if (!sentence.Has(Cue.Define, topic.Explained) && !IsBareWhatIs(sentence))
        {
            return null;
        }

        return new Draft
        {
            Queries =
            [
                .. topic
                    .Best.Take(3)
                    .Select(c =>
                        (Query)(
                            c.Topic.Sort == TopicSort.Indicator
                                ? new DefineQuery { Indicator = sentence.Catalogue.Indicators[c.Topic.Index].Code }
                                : new DefineQuery { ObligationType = sentence.Catalogue.ObligationTypes[c.Topic.Index].Code }
                        )
                    ),
            ],
            Asks = topic.Best.Count > 1,
            What = topic == parts.Plan ? ClarifyWhat.ObligationType : ClarifyWhat.Indicator,
            Explained = topic.Explained,
            Used = Used,
        };
    }

    // "Hello, what is …"
    private static bool IsBareWhatIs(Sentence sentence) =>
        sentence.Spans.Find(s =>
            sentence.Tokens[s.Start].Sort == TokenSort.Word
            && !(s is CueSpan talk && talk.Cues.HasOnly(Cue.Polite, Cue.Greeting, Cue.Function))
        )
            is { } first
        && sentence.Tokens[first.Start].Word is "what" or "whats"
        && sentence.Peek(first.Start + 1)?.Word is "is" or "are" or "'s"
        && sentence.Tokens.Length > first.Start + 2
        && !sentence.Cues.Any(c => c.Has(Cue.Newest) || c.Has(Cue.Target) || c.Has(Cue.Highest) || c.Has(Cue.Lowest));
}
