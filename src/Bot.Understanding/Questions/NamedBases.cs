using Bot.Indicators;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>Which bases of an indicator a question names; none where it names none, and then all are answered.</summary>
internal static class NamedBases
{
    public static ValueList<BasisCode> Of(Sentence sentence, Indicator indicator, TopicCover? cover)
    {
        if (cover?.Bases is not { } bases || indicator.Bases.Count < 2)
        {
            return [];
        }

        // A basis is named where it alone explains a word, or where its name stands in one piece beside the indicator's own or after "trên".
        var found = new List<(BasisCode Code, ulong Mask, bool Whole)>();
        foreach (var (index, touched, run) in bases)
        {
            var (any, whole) = WithoutKinds(sentence, touched & ~OfTimes(sentence), run);
            var others = cover.Own;
            foreach (var other in bases)
            {
                others |= other.Basis == index ? 0 : other.Any;
            }

            any &= ~Times(sentence, whole);
            whole &= ~OfTimes(sentence);
            var heads = Heads(sentence);
            var introduced = Introduced(sentence, whole, cover, heads);
            var own = any & ~others & ~sentence.GrammarTerms;
            // In one piece with other words, "chữ ký cơ quan", a word for units is part of the name.
            var distinct = ((whole & ~heads & ~sentence.GrammarTerms) != 0 ? own & (whole | ~heads) : own & ~heads) | introduced;
            if (distinct != 0)
            {
                found.Add((indicator.Bases[index].Code, distinct, whole != 0));
            }
        }

        // One name in one piece beats words that only touch another.
        if (found.Exists(f => f.Whole))
        {
            found.RemoveAll(f => !f.Whole);
        }

        var widest = found.Count == 0 ? 0 : found.Max(f => Sentence.Count(f.Mask));
        found.RemoveAll(f => Sentence.Count(f.Mask) < widest && found.Exists(g => g != f && (g.Mask & f.Mask) != 0));
        return [.. found.Select(f => f.Code).OrderBy(c => c.Value, StringComparer.Ordinal)];
    }

    // "co quan huyen nao": words for units of which the name holds only a part are none of its own.
    private static (ulong Any, ulong Whole) WithoutKinds(Sentence sentence, ulong any, ulong whole)
    {
        foreach (var cue in sentence.Cues)
        {
            if (cue.Length > 1 && IsKind(cue) && sentence.IsTouched(cue, whole) && !sentence.IsExplained(cue, whole))
            {
                return (any & ~Terms(sentence, cue), 0);
            }
        }

        return (any, whole);
    }

    // "so với cùng kỳ": "kỳ" is no "ký" of a signature.
    private static ulong Times(Sentence sentence, ulong whole)
    {
        var mask = 0UL;
        foreach (var cue in sentence.Cues)
        {
            if (cue.Length > 1 && (cue.Has(Cue.YearEarlier) || cue.Has(Cue.PeriodEarlier)) && !sentence.IsExplained(cue, whole))
            {
                mask |= Terms(sentence, cue);
            }
        }

        return mask;
    }

    // "for all of 2023" is the whole year, and no "all dossiers".
    private static ulong OfTimes(Sentence sentence)
    {
        var mask = 0UL;
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            var at = sentence.Content[i].Token;
            var next = sentence.Peek(at + 1)?.Word is "of" ? at + 2 : at + 1;
            mask |= sentence.Tokens[at].Word is "all" or "whole" && sentence.SpanAt(next) is PeriodSpan ? 1UL << i : 0;
        }

        return mask;
    }

    private static ulong Terms(Sentence sentence, Span span)
    {
        var mask = 0UL;
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            mask |= span.Start <= sentence.Content[i].Token && sentence.Content[i].Token < span.End ? 1UL << i : 0;
        }

        return mask;
    }

    // "sở có" is no "cơ sở": the words for units, and for how many of them, are no evidence of a basis.
    private static ulong Heads(Sentence sentence)
    {
        var mask = 0UL;
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            var cue = sentence.CueAt(sentence.Content[i].Token);
            mask |= cue is not null && (IsKind(cue) || cue.Has(Cue.Plural) && IsOfKind(sentence, cue)) ? 1UL << i : 0;
        }

        return mask;
    }

    private static bool IsKind(CueSpan cue) => cue.Has(Cue.Departments) || cue.Has(Cue.Districts) || cue.Has(Cue.AnyUnits);

    // "toàn bộ các sở": all units, and not all dossiers.
    private static bool IsOfKind(Sentence sentence, CueSpan plural)
    {
        var next = sentence.CueAt(plural.End);
        next = next?.Has(Cue.Plural) == true && !IsKind(next) ? sentence.CueAt(next.End) : next;
        return next is not null && IsKind(next);
    }

    // The runs that a word introduces, but for those that are the indicator's own name; and those that the whole name stands beside.
    private static ulong Introduced(Sentence sentence, ulong whole, TopicCover cover, ulong heads)
    {
        var mask = 0UL;
        for (var i = 0; i < 64; )
        {
            var run = 0UL;
            for (; i < 64 && (whole >> i & 1) != 0; i++)
            {
                run |= 1UL << i;
            }

            mask |= (run & ~cover.Runs) != 0 && IsIntroduced(sentence, run) || IsBesideName(sentence, run, cover, heads) ? run : 0;
            i++;
        }

        return mask;
    }

    // "riêng hồ sơ đã giải quyết, tỷ lệ hồ sơ giải quyết đúng hạn": the indicator has its name without these words. Those for a kind of
    // units may mean the units, unless one is named.
    private static bool IsBesideName(Sentence sentence, ulong run, TopicCover cover, ulong heads) =>
        run != 0
        && cover.Places?.Exists(p => (p & run) == 0) == true
        && ((run & ~heads & ~sentence.GrammarTerms) != 0 || sentence.Units.Count > 0 && !sentence.Has(Cue.Which));

    private static bool IsIntroduced(Sentence sentence, ulong whole)
    {
        var first = sentence.Content[System.Numerics.BitOperations.TrailingZeroCount(whole)].Token;
        for (var at = first - 1; at >= 0 && at >= first - 3; at--)
        {
            var cue = sentence.CueAt(at);
            if (cue is not null && (cue.Has(Cue.Versus) || cue.Has(Cue.Above)))
            {
                return true;
            }

            if (
                sentence.Tokens[at].Word is "of" or "for" or "with" or "over" or "," or "("
                || sentence.Tokens[at].Key is "trên" or "tren" or "theo" or "tinh1" or "lây1"
            )
            {
                return true;
            }
        }

        return false;
    }
}
