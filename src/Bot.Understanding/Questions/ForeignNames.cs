using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>Whether the words that kept a question from being answered are a name that there is none of: then that is what is said.</summary>
internal static class ForeignNames
{
    // Syllables of a name that are small words.
    private const int MostSmall = 4;

    /// <summary>
    /// "so y te tinh ca mau", "quận Cái Răng": where the words that nothing explains go on with a unit's name, or with the head of one, they
    /// are a part of a name that there is none of.
    /// </summary>
    public static Reading.Blocked Of(Sentence sentence, Reading.Blocked blocked)
    {
        for (var start = 1; start < sentence.Tokens.Length && blocked.By is BlockedBy.ManyWords or BlockedBy.Comparison; start++)
        {
            if (
                blocked.Words.StartsWith(sentence.Typed(start, start + 1), StringComparison.Ordinal)
                && NameStart(sentence, start) is { } from
            )
            {
                var end = start + 1;
                while (sentence.SpanAt(end) is UnknownSpan && MayBeOfName(sentence.Tokens[end]))
                {
                    end++;
                }

                if (sentence.Typed(start, end).Contains(blocked.Words, StringComparison.Ordinal))
                {
                    return blocked with { By = BlockedBy.UnknownUnit, Words = sentence.Typed(from, end), Nearest = [] };
                }
            }
        }

        return blocked;
    }

    // Where the name begins that the word goes on with, over small words that are syllables of it.
    private static int? NameStart(Sentence sentence, int word)
    {
        for (var at = word - 1; MayBeOfName(sentence.Tokens[word]) && at >= 0 && at >= word - MostSmall; at--)
        {
            if (sentence.Units.Find(u => u.Start <= at && at < u.End) is { } unit)
            {
                return unit.Start;
            }

            if (sentence.SpanAt(at) is UnknownSpan && !sentence.Lexicon.Topics.Vocabulary.Contains(sentence.Tokens[at].Term))
            {
                continue;
            }

            if (sentence.CueAt(at) is not { } cue)
            {
                return null;
            }

            if (
                CueBook.Instance.UnitHeads.Contains(sentence.Tokens[cue.Start].Plain)
                && (cue.Has(Cue.UnitHead) || cue.Has(Cue.Districts) && cue.Length == 2)
            )
            {
                return sentence.Units.Find(u => u.End == cue.Start)?.Start ?? cue.Start;
            }

            // "Sở Y tế ký số đến": a small word that is written with its accents, and without a capital, is no syllable of a name.
            if (sentence.Tokens[at] is { HasAccents: true, Capital: false })
            {
                return null;
            }
        }

        return null;
    }

    private static bool MayBeOfName(Token token) => token.Sort == TokenSort.Word && Syllable.IsValidBare(token.Plain);
}
