using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>Lets names without their head word be units where the sentence says so: after "của", "bên", "of", before "'s", at the beginning.</summary>
internal static class WeakUnits
{
    public static void Accept(Sentence sentence, ulong explained)
    {
        foreach (var weak in sentence.Weak.OrderByDescending(w => w.Length))
        {
            if (
                !sentence.Units.Exists(u => u.Start < weak.End && weak.Start < u.End)
                && !Overlaps(sentence, weak, explained)
                && IsPlaced(sentence, weak, explained)
            )
            {
                sentence.Units.Add(weak);
            }
        }

        sentence.Units.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    private static bool Overlaps(Sentence sentence, UnitSpan weak, ulong explained)
    {
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            if (sentence.Content[i].Token >= weak.Start && sentence.Content[i].Token < weak.End && (explained >> i & 1) != 0)
            {
                return true;
            }
        }

        return sentence.Spans.Any(s => s is PeriodSpan time && time.Start + time.Mention.Lead < weak.End && weak.Start < time.End);
    }

    private static bool IsPlaced(Sentence sentence, UnitSpan weak, ulong explained)
    {
        if (sentence.CueAt(weak.Start) is { } inner && inner.End >= weak.End && !IsTalkedOf(sentence, weak, inner))
        {
            // "kế hoạch" is a plan before it is a department.
            return false;
        }

        var before = sentence.Peek(weak.Start - 1);
        var after = sentence.Peek(weak.End);
        if (sentence.CueAt(weak.Start - 1) is { } cue && cue.Has(Cue.UnitHead) && !cue.Has(Cue.Function))
        {
            return false;
        }

        var opens = before is null || before.Sort == TokenSort.Mark || IsOpener(before);
        var closes =
            after is null
            || after.Sort == TokenSort.Mark
            || sentence.SpanAt(weak.End) is not UnknownSpan next
            || sentence.IsExplained(next, explained);
        var capital = sentence.Tokens[weak.Start].Capital || weak.Length > 1;
        return closes
            && (
                opens
                || sentence.SpanAt(weak.Start - 1) is CueSpan or PeriodSpan or UnitSpan
                || sentence.SpanAt(weak.Start - 1) is { } previous && sentence.IsExplained(previous, explained)
            )
            && (capital || opens);
    }

    // "Cẩm Ôn" in accents, or "cua cam on", is the place; "cam on" at the end is thanks.
    private static bool IsTalkedOf(Sentence sentence, UnitSpan weak, CueSpan cue) =>
        cue.Length == weak.Length
        && cue.Cues.HasOnly(Cue.Polite, Cue.Function, Cue.Thanks, Cue.Acknowledge, Cue.Greeting)
        && (
            sentence.Tokens[weak.Start].HasAccents && weak.Strength > cue.Strength
            || sentence.Peek(weak.Start - 1) is { Sort: TokenSort.Word } before && IsOpener(before)
        );

    /// <summary>Whether a name is expected after the word.</summary>
    public static bool IsOpener(Token token) => CueBook.Instance.Openers.Contains(token.Bare);
}
