using Bot.Indicators;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>How a question was read, part by part, for <c>ask --explain</c> and for the answer to "why?".</summary>
/// <param name="Reading">The outcome.</param>
/// <param name="QuestionParts">The parts of the question in order, then the topics that its words fit.</param>
public sealed record ReadingTrace(Reading Reading, ValueList<TracePart> QuestionParts)
{
    internal static ReadingTrace Of(Sentence sentence, Reading reading)
    {
        var parts = new List<TracePart>();
        foreach (var span in sentence.Spans)
        {
            if (span is not UnknownSpan || sentence.Tokens[span.Start].Sort != TokenSort.Mark)
            {
                parts.Add(new(sentence.Typed(span.Start, span.End), Meaning(span), span.Strength));
            }
        }

        foreach (var weak in sentence.Units.Where(u => u.Weak))
        {
            parts.Add(new(sentence.Typed(weak.Start, weak.End), Meaning(weak), weak.Strength));
        }

        foreach (var cover in sentence.Covers.Where(c => c.Full != 0))
        {
            parts.Add(new(Words(sentence, cover.All), $"topic {Code(sentence, cover.Topic)}", cover.Strength));
        }

        return new(reading, [.. parts]);
    }

    private static string Meaning(Span span) =>
        span switch
        {
            UnitSpan unit => $"unit {string.Join('|', unit.Units.Select(u => u.Code))}{(unit.Weak ? " (without its head word)" : "")}",
            PeriodSpan { Mention: { To: { } to } mention } => $"period {mention.Period} to {to}",
            PeriodSpan { Mention: var mention } => $"period {mention.Period}{(mention.YearGuessed ? " (year not named)" : "")}",
            NumberSpan { Mention: var number } => FormattableString.Invariant($"number {number.Value}{(number.Percent ? "%" : "")}"),
            CueSpan cue => $"cue {string.Join('|', Enum.GetValues<Cue>().Where(c => cue.Has(c)))}",
            _ => "-",
        };

    private static string Code(Sentence sentence, TopicKey topic) =>
        topic.Sort switch
        {
            TopicSort.Indicator => sentence.Catalogue.Indicators[topic.Index].Code.Value,
            TopicSort.ObligationType => sentence.Catalogue.ObligationTypes[topic.Index].Code.Value,
            _ => sentence.Catalogue.Projects[topic.Index].Code.Value,
        };

    private static string Words(Sentence sentence, ulong mask) =>
        string.Join(
            ' ',
            sentence
                .Content.Where((_, i) => i < 64 && (mask >> i & 1) != 0)
                .Select(c => c.Token)
                .Distinct()
                .Select(t => sentence.Typed(t, t + 1))
        );
}

/// <summary>One part of a question.</summary>
/// <param name="Words">As typed.</param>
/// <param name="Meaning">What it was taken for; <c>-</c> where nothing explains it.</param>
/// <param name="Strength">How strong the evidence is, 0 to 1.</param>
public sealed record TracePart(string Words, string Meaning, double Strength);
