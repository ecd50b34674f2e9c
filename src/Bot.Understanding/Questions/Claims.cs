using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Numbers;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Questions;

/// <summary>A number that the asker holds against a figure: "đạt 90% không?", "trên 72%", "at least 80%".</summary>
internal static class Claims
{
    public static readonly CueSet Used = Draft.Cues(
        Cue.Above,
        Cue.Below,
        Cue.AtLeast,
        Cue.AtMost,
        Cue.Equal,
        Cue.Reach,
        Cue.Better,
        Cue.Gap
    );

    /// <summary>The claim; null where there is no number, or several, or where one is held against the figure in two ways.</summary>
    public static Claim? Of(Sentence sentence, ulong explained, MeasureUnit unit)
    {
        var free = sentence.Numbers.Where(n => !IsExplained(sentence, n, explained)).ToList();
        return free.Count == 1 && !IsHeldTwice(sentence, explained) && Comparator(sentence, free[0], explained) is { } comparator
            ? new Claim(comparator, In(unit, free[0]))
            : null;
    }

    /// <summary>"cao hơn" holds two figures against each other; "chưa đạt" holds one against a number, and where there is none it is not understood.</summary>
    public static CueSet Sides(Sentence sentence) =>
        sentence.Cues.Any(c => (c.Has(Cue.Above) || c.Has(Cue.Below)) && BeginsWithNot(sentence, c))
            ? new()
            : Draft.Cues(Cue.Above, Cue.Below);

    // "trên 80 chưa đạt": either way of holding the number would drop the other.
    private static bool IsHeldTwice(Sentence sentence, ulong explained)
    {
        var ways = sentence
            .Cues.Where(c =>
                (c.Has(Cue.Above) || c.Has(Cue.Below) || c.Has(Cue.AtLeast) || c.Has(Cue.AtMost)) && !sentence.IsExplained(c, explained)
            )
            .ToList();
        return ways.Count > 1 && ways.Exists(c => BeginsWithNot(sentence, c));
    }

    private static bool BeginsWithNot(Sentence sentence, CueSpan cue)
    {
        var words = new List<PhraseMatch<(CueSet Cues, Language)>>();
        CueBook.Instance.Trie.Match(sentence.Tokens, cue.Start, words);
        return words.Exists(w => w.End < cue.End && w.Value.Cues.Has(Cue.Not));
    }

    // "45 triệu" of an indicator in millions is 45.
    internal static decimal In(MeasureUnit unit, NumberMention number) =>
        number.Scale == 1 ? number.Value
        : unit.Code.StartsWith("thousand", StringComparison.Ordinal) ? number.Value / 1_000
        : unit.Code.StartsWith("million", StringComparison.Ordinal) ? number.Value / 1_000_000
        : unit.Code.StartsWith("billion", StringComparison.Ordinal) ? number.Value / 1_000_000_000
        : number.Value;

    /// <summary>Whether the number belongs to a topic's name ("1 lớp").</summary>
    public static bool IsExplained(Sentence sentence, NumberMention number, ulong explained)
    {
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            if (sentence.Content[i].Token == number.Start)
            {
                return (explained >> i & 1) != 0;
            }
        }

        return false;
    }

    /// <summary>Whether the question can be answered by yes or no, so that its "không", "chưa" is no negation.</summary>
    public static bool IsYesNo(Sentence sentence) => sentence.Has(Cue.Truth) || Particle(sentence) is not null;

    /// <summary>The "không", "chưa" that only makes a question: at the end, or after "có" where nothing follows that it could deny.</summary>
    public static CueSpan? Particle(Sentence sentence)
    {
        for (var i = sentence.Cues.Count - 1; i >= 0; i--)
        {
            var cue = sentence.Cues[i];
            if (
                cue.Has(Cue.Not)
                && cue.Length == 1
                && (cue.Language == Language.Vietnamese || sentence.Peek(cue.Start - 1)?.Word == "or")
                && (OnlyTalkAfter(sentence, cue) || IsAfterHave(sentence, cue))
            )
            {
                return cue;
            }
        }

        return null;
    }

    private static bool IsAfterHave(Sentence sentence, CueSpan cue) =>
        PeriodWords.Is(sentence.Tokens[cue.Start], "không", "khong")
        && sentence.SpanAt(cue.End) is PeriodSpan or UnitSpan
        && sentence.Cues.Any(c => c.End <= cue.Start && PeriodWords.Is(sentence.Tokens[c.Start], "co1", "co"));

    private static bool OnlyTalkAfter(Sentence sentence, CueSpan last) =>
        sentence
            .Spans.Where(s => s.Start >= last.End)
            .All(s =>
                s is CueSpan c
                    && c.Cues.HasOnly(Cue.Polite, Cue.Function, Cue.Thanks, Cue.Ask, Cue.Acknowledge, Cue.Source, Cue.History)
                    // "chưa đạt mức nào"
                    && !(s.Start == last.End && c.Has(Cue.Ask))
                || s is UnknownSpan && sentence.Tokens[s.Start].Sort == Text.TokenSort.Mark
            );

    /// <summary>How the figure is held against the number; null where nothing says so.</summary>
    public static Comparator? Comparator(Sentence sentence, NumberMention number, ulong explained)
    {
        // "80% trở lên", "72% or more"
        if (sentence.CueAt(number.End) is { } after)
        {
            if (after.Has(Cue.AtLeast))
            {
                return Indicators.Comparator.AtLeast;
            }

            if (after.Has(Cue.AtMost))
            {
                return Indicators.Comparator.AtMost;
            }
        }

        for (var at = number.Start - 1; at >= 0 && at >= number.Start - 4; at--)
        {
            if (sentence.CueAt(at) is not { } cue || sentence.IsExplained(cue, explained))
            {
                continue;
            }

            if (cue.Has(Cue.AtLeast) && (!cue.Has(Cue.Lowest) || IsRightBefore(sentence, cue, number)))
            {
                return Indicators.Comparator.AtLeast;
            }

            if (cue.Has(Cue.AtMost))
            {
                return Indicators.Comparator.AtMost;
            }

            if (cue.Has(Cue.Below))
            {
                return Indicators.Comparator.Below;
            }

            if (cue.Has(Cue.Above))
            {
                return Indicators.Comparator.Above;
            }

            if (cue.Has(Cue.Equal))
            {
                return Indicators.Comparator.Equal;
            }

            if (cue.Has(Cue.Reach))
            {
                return sentence.Typed(cue.Start, cue.End).Contains("chỉ", StringComparison.OrdinalIgnoreCase) || sentence.Has(Cue.Why)
                    ? Indicators.Comparator.Equal
                    : Indicators.Comparator.AtLeast;
            }
        }

        return number.Percent || sentence.Has(Cue.Truth) ? Indicators.Comparator.Equal : null;
    }

    // "ít nhất là 44": at least, and not the lowest.
    private static bool IsRightBefore(Sentence sentence, CueSpan cue, NumberMention number) =>
        cue.End == number.Start || sentence.CueAt(cue.End) is { } small && small.End == number.Start && small.Cues.HasOnly(Cue.Function);
}
