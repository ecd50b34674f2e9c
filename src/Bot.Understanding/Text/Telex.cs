using System.Buffers;

namespace Bot.Understanding.Text;

/// <summary>Telex keys that an input method left in the text: <c>sowr</c> is sở, <c>ddungs</c> is đúng.</summary>
internal static class Telex
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aăâeêioôơuưy");
    private static readonly SearchValues<char> MarkedVowels = SearchValues.Create("ăơưâêô");

    /// <summary>The key of the syllable that the word spells; null where it spells none or holds no telex keys.</summary>
    public static string? Decode(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 10)
        {
            return null;
        }

        Span<char> letters = stackalloc char[word.Length];
        var (length, tone, changed) = (0, '0', false);
        foreach (var c in word)
        {
            if (ToneOf(c) is { } mark && HasVowel(letters[..length]))
            {
                tone = mark;
                changed = true;
            }
            else if (c == 'w' && Horn(letters[..length], ref length, letters) || Doubled(c, letters[..length]))
            {
                changed = true;
            }
            else
            {
                letters[length++] = c;
            }
        }

        if (changed && letters[..length].SequenceEqual("uơ"))
        {
            return null;
        }

        FixUo(letters[..length]);
        return changed && (Syllable.IsValid(letters[..length]) || IsHighland(word, letters[..length]))
            ? Syllable.Compose(letters[..length], tone)
            : null;
    }

    // "buks" is búk and "ddawks" is Đắk; "asks", "risks" are English.
    private static bool IsHighland(ReadOnlySpan<char> word, ReadOnlySpan<char> letters) =>
        letters[0] is not ('a' or 'e' or 'i' or 'o' or 'u')
        && Syllable.IsHighland(letters)
        && (letters.IndexOfAny(MarkedVowels) >= 0 || word.Length == letters.Length + 1 || word[^1] == 'k');

    private static char? ToneOf(char c) =>
        c switch
        {
            's' => '1',
            'f' => '2',
            'r' => '3',
            'x' => '4',
            'j' => '5',
            'z' => '0',
            _ => null,
        };

    private static bool HasVowel(ReadOnlySpan<char> letters) => letters.IndexOfAny(Vowels) >= 0;

    // w turns the last u, o or a before it.
    private static bool Horn(ReadOnlySpan<char> soFar, ref int length, Span<char> letters)
    {
        for (var i = soFar.Length - 1; i >= 0; i--)
        {
            var turned = soFar[i] switch
            {
                'u' => 'ư',
                'o' => 'ơ',
                'a' => 'ă',
                _ => '\0',
            };
            if (turned != '\0')
            {
                letters[i] = turned;
                if (turned == 'ơ' && i > 0 && letters[i - 1] == 'u' && (i < 2 || letters[i - 2] != 'q'))
                {
                    letters[i - 1] = 'ư';
                }

                return true;
            }
        }

        if (soFar.IndexOfAny(MarkedVowels) >= 0)
        {
            return false;
        }

        letters[length++] = 'ư';
        return true;
    }

    private static bool Doubled(char c, Span<char> letters)
    {
        var at = letters.LastIndexOf(c);
        if (at < 0 || c is not ('a' or 'e' or 'o' or 'd') || c == 'd' && at != 0)
        {
            return false;
        }

        letters[at] = c switch
        {
            'a' => 'â',
            'e' => 'ê',
            'o' => 'ô',
            _ => 'đ',
        };
        return true;
    }

    // uow types ươ in one go and ưo is never a rhyme of its own.
    private static void FixUo(Span<char> letters)
    {
        for (var i = 1; i < letters.Length; i++)
        {
            if (letters[i - 1] == 'ư' && letters[i] == 'o')
            {
                letters[i] = 'ơ';
            }
        }
    }
}
