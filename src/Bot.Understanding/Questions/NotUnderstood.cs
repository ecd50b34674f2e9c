using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>What is said of a question that no frame could read.</summary>
internal static class NotUnderstood
{
    public static Reading Of(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (
            UnknownUnits.Find(sentence, parts.Explained) is { } unit
            && (sentence.Has(Cue.Measure) || parts.Leading() is not null || sentence.Has(Cue.Limitation) || sentence.Has(Cue.PlanHead))
        )
        {
            return new Reading.Blocked
            {
                Language = sentence.Language,
                By = BlockedBy.UnknownUnit,
                Words = unit,
            };
        }

        var words = Unknown(sentence, parts.Leading()?.Explained ?? 0);
        var figure = sentence.Units.Count > 0 || sentence.Has(Cue.Measure) || sentence.Periods.Count > 0 || parts.Kind is not null;
        return figure && words.Length > 0 && !sentence.Has(Cue.OutOfScope)
                ? new Reading.Blocked
                {
                    Language = sentence.Language,
                    By = BlockedBy.UnknownIndicator,
                    Words = words,
                }
            : parts.Leading() is not null || figure
                ? new Reading.Blocked
                {
                    Language = sentence.Language,
                    By = BlockedBy.ManyWords,
                    Words = sentence.Question.Text.Trim(),
                }
            : new Reading.OutOfScope { Language = sentence.Language };
    }

    private static string Unknown(Sentence sentence, ulong explained)
    {
        var spans = sentence.Spans.FindAll(s =>
            s is UnknownSpan
            && sentence.Tokens[s.Start].Sort == TokenSort.Word
            && !sentence.IsExplained(s, explained)
            && !sentence.Units.Exists(u => u.Start <= s.Start && s.End <= u.End)
        );
        if (spans.Count == 0)
        {
            return "";
        }

        // "tỷ lệ hộ nghèo": the name begins with the word that says that it is a measure.
        var start = spans[0].Start;
        var measure = sentence.Cues.LastOrDefault(c => c.Has(Cue.Measure) && c.Start < start);
        var isWhole =
            measure is not null && !sentence.Spans.Exists(s => s is UnitSpan or PeriodSpan && s.Start > measure.Start && s.Start < start);
        return sentence.Typed(isWhole ? measure!.Start : start, spans[^1].End);
    }
}
