using Bot.Indicators;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>Which bases of an indicator a question names; none where it names none, and then all are answered.</summary>
internal static class NamedBases
{
    public static ValueList<BasisCode> Of(Sentence sentence, Indicator indicator, TopicCover? cover)
    {
        if (cover?.Bases is not { } bases)
        {
            return [];
        }

        // A basis is named where it alone explains a word, or where its name stands in one piece after "so với", "of", "trên".
        var named = new List<BasisCode>();
        foreach (var (index, (any, whole)) in bases)
        {
            var others = cover.Full;
            foreach (var (other, masks) in bases)
            {
                others |= other == index ? 0 : masks.Any;
            }

            var distinct = any & ~others & ~sentence.GrammarTerms;
            if (cover.Full == 0)
            {
                distinct &= ~(cover.Own & ~any);
            }

            if (distinct != 0 || whole != 0 && IsIntroduced(sentence, whole))
            {
                named.Add(indicator.Bases[index].Code);
            }
        }

        return [.. named.OrderBy(b => b.Value, StringComparer.Ordinal)];
    }

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

            if (sentence.Tokens[at].Word is "of" or "for" or "with" or "over" or "," || sentence.Tokens[at].Key is "trên" or "tren")
            {
                return true;
            }
        }

        return false;
    }
}
