using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Questions;

/// <summary>
/// "tỷ lệ hồ sơ trễ hạn và tỷ lệ hồ sơ trước hạn của Sở Công Thương": two indicators of the same units and time, where no reading of the
/// whole names both. Each is read with the words that they share.
/// </summary>
internal static class TwoIndicators
{
    /// <summary>One query for both; null where the sentence is no such pair.</summary>
    public static Reading.Clear? Read(Sentence sentence, Reading whole, Func<Sentence, Reading> read)
    {
        if (whole is Reading.Clear { Note.LeftOut.IsEmpty: true } || sentence.KnownOn is not null)
        {
            return null;
        }

        for (var and = 1; and + 1 < sentence.Tokens.Length; and++)
        {
            if (
                PeriodWords.IsAnd(sentence.Tokens[and])
                && !sentence.Spans.Exists(s => s is UnitSpan or PeriodSpan && s.Start < and && and < s.End)
                && Figure(sentence, read, WithoutBoth(Without(sentence, and, Tail(sentence, and)))) is { Query: ValueQuery first } one
                && Figure(sentence, read, Without(sentence, Head(sentence, and), and + 1)) is { Query: ValueQuery second }
                && first.Units == second.Units
                && first.Period == second.Period
                && first.Indicators != second.Indicators
            )
            {
                return one with
                {
                    Query =
                        first.Bases.IsEmpty && second.Bases.IsEmpty
                            ? first with
                            {
                                Indicators = [.. first.Indicators, .. second.Indicators],
                            }
                            : new PlanQuery { Parts = [first, second] },
                };
            }
        }

        return null;
    }

    private static Reading.Clear? Figure(Sentence sentence, Func<Sentence, Reading> read, string text) =>
        read(sentence.InOtherWords(text))
            is Reading.Clear
            {
                Query: ValueQuery { Claim: null, Units.IsNamed: true, Indicators.Count: 1 },
                Note.LeftOut.IsEmpty: true
            } clear
            ? clear
            : null;

    private static string Without(Sentence sentence, int from, int to) =>
        $"{sentence.Typed(0, from)} {sentence.Typed(to, sentence.Tokens.Length)}".Trim();

    // "give both the … and the …"
    private static string WithoutBoth(string text) => text.Replace(" both ", " ", StringComparison.OrdinalIgnoreCase);

    // Where the words after the second name begin that belong to both: "của Sở Công Thương", "in Q2".
    private static int Tail(Sentence sentence, int and)
    {
        var shared = sentence.Spans.Find(s => s.Start > and && s is UnitSpan or PeriodSpan)?.Start ?? sentence.Tokens.Length;
        while (shared < sentence.Tokens.Length && shared > and + 2 && sentence.CueAt(shared - 1) is { } small && small.Has(Cue.Function))
        {
            shared = small.Start;
        }

        return shared;
    }

    // Where the first name begins: after the unit and the time, if they stand before it.
    private static int Head(Sentence sentence, int and) =>
        sentence.Spans.FindLast(s => s.End <= and && s is UnitSpan or PeriodSpan)?.End ?? 0;
}
