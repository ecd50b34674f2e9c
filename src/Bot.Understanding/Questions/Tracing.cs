using System.Numerics;
using Bot.Indicators;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Numbers;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>Writes down how a sentence was read, after the fact: it looks at what the reader looked at and decides nothing.</summary>
internal static class Tracing
{
    // A common word touches very many names.
    private const int MostTopics = 12;

    public static ReadingTrace Of(Sentence sentence, Reading reading, ReadOnlySpan<Func<QuestionParts, Draft?>> frames)
    {
        var parts = new QuestionParts(sentence);
        var (topics, lesser) = Topics(sentence, parts);
        return new()
        {
            Reading = reading,
            Tokens = [.. sentence.Tokens.Select((t, i) => new TraceToken(sentence.Typed(i, i + 1), t.Key, t.Term, t.Decoded))],
            Parts = [.. Taken(sentence), .. topics],
            Rejected = [.. Outweighed(sentence), .. Unplaced(sentence), .. lesser],
            Frames = [.. Tried(sentence, parts, frames)],
        };
    }

    private static IEnumerable<TracePart> Taken(Sentence sentence) =>
        sentence
            .Spans.Where(s => s is not UnknownSpan || sentence.Tokens[s.Start].Sort != TokenSort.Mark)
            .Concat(sentence.Units.Where(u => u.Weak))
            .Select(s => Part(sentence, s));

    private static IEnumerable<RejectedPart> Outweighed(Sentence sentence)
    {
        var grammar = new PeriodGrammar(sentence.Tokens, sentence.Question.Today);
        var found = new List<Span>();
        var units = new List<PhraseMatch<UnitName>>();
        var cues = new List<PhraseMatch<(CueSet Cues, Language Language)>>();
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (grammar.At(i) is { } period)
            {
                found.Add(new PeriodSpan(period));
            }

            if (NumberGrammar.Measured(sentence.Tokens, i) is { } number)
            {
                found.Add(new NumberSpan(number));
            }

            units.Clear();
            sentence.Lexicon.Units.Match(sentence.Tokens, i, units);
            found.AddRange(units.Where(u => !u.Value.Weak).Select(u => new UnitSpan(i, u.End, u.Strength, [u.Value.Unit], false)));
            cues.Clear();
            CueBook.Instance.Trie.Match(sentence.Tokens, i, cues);
            found.AddRange(cues.Select(c => new CueSpan(i, c.End, c.Strength, c.Value.Cues, c.Value.Language)));
        }

        return found
            .Where(f => !sentence.Spans.Exists(s => s.GetType() == f.GetType() && s.Start <= f.Start && f.End <= s.End))
            .Select(f => new RejectedPart(Part(sentence, f), WhyRejected.Outweighed))
            .Distinct();
    }

    private static IEnumerable<RejectedPart> Unplaced(Sentence sentence) =>
        sentence.Weak.Where(w => !sentence.Units.Contains(w)).Select(w => new RejectedPart(Part(sentence, w), WhyRejected.NoPlace));

    private static (IEnumerable<TracePart> Best, IEnumerable<RejectedPart> Lesser) Topics(Sentence sentence, QuestionParts parts)
    {
        var best = new[] { parts.Indicator, parts.Plan, parts.Project }.OfType<Topic>().SelectMany(t => t.Best).ToList();
        var lesser = sentence
            .Covers.Where(c => c.All != 0 && !best.Contains(c))
            .OrderByDescending(c => BitOperations.PopCount(c.All))
            .Take(MostTopics);
        return (best.Select(c => Part(sentence, c)), lesser.Select(c => new RejectedPart(Part(sentence, c), WhyRejected.ExplainsLess)));
    }

    private static List<TraceFrame> Tried(Sentence sentence, QuestionParts parts, ReadOnlySpan<Func<QuestionParts, Draft?>> frames)
    {
        var tried = new List<TraceFrame>();
        foreach (var frame in frames)
        {
            var draft = frame(parts);
            tried.Add(
                new(
                    $"{frame.Method.DeclaringType!.Name}.{frame.Method.Name}",
                    draft is { Queries.IsEmpty: false } ? Residue.Settle(sentence, draft) : null
                )
            );
        }

        return tried;
    }

    private static TracePart Part(Sentence sentence, Span span)
    {
        var (sort, meaning) = span switch
        {
            UnitSpan unit => (unit.Weak ? TraceSort.WeakUnit : TraceSort.Unit, string.Join('|', unit.Units.Select(u => u.Code))),
            PeriodSpan { Mention: { To: { } to } mention } => (TraceSort.Period, $"{mention.Period}..{to}"),
            PeriodSpan { Mention: var mention } => (TraceSort.Period, mention.Period.ToString()),
            KnownSpan known => (TraceSort.Period, FormattableString.Invariant($"known={known.Day:O}")),
            NumberSpan { Mention: var number } => (
                TraceSort.Number,
                FormattableString.Invariant($"{number.Value}{(number.Percent ? "%" : "")}")
            ),
            CueSpan cue => (TraceSort.Cue, string.Join('|', Enum.GetValues<Cue>().Where(c => cue.Has(c)))),
            _ => (TraceSort.Unexplained, ""),
        };
        return new(sentence.Typed(span.Start, span.End), sort, meaning, span.Strength);
    }

    private static TracePart Part(Sentence sentence, TopicCover cover) =>
        new(Words(sentence, cover.All), TraceSort.Topic, Code(sentence, cover.Topic), cover.Strength);

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
