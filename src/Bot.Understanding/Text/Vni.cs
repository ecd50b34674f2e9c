namespace Bot.Understanding.Text;

/// <summary>VNI keys that an input method left in the text: <c>so73</c> is sở, <c>ke61</c> is kế.</summary>
internal static class Vni
{
    /// <summary>The key of the syllable that the word spells; null where it spells none or holds no VNI keys.</summary>
    public static string? Decode(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 10 || word.IndexOfAnyInRange('0', '9') < 1)
        {
            return null;
        }

        Span<char> letters = stackalloc char[word.Length];
        var (length, tone) = (0, '0');
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
            {
                letters[length++] = c;
            }
            else if (c is >= '0' and <= '5')
            {
                tone = c;
            }
            else if (!Mark(c, letters[..length]))
            {
                return null;
            }
        }

        return Syllable.IsValid(letters[..length]) || Syllable.IsHighland(letters[..length])
            ? Syllable.Compose(letters[..length], tone)
            : null;
    }

    private static bool Mark(char digit, Span<char> letters)
    {
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            var marked = (digit, letters[i]) switch
            {
                ('6', 'a') => 'â',
                ('6', 'e') => 'ê',
                ('6', 'o') => 'ô',
                ('7', 'o') => 'ơ',
                ('7', 'u') => 'ư',
                ('8', 'a') => 'ă',
                ('9', 'd') => 'đ',
                _ => '\0',
            };
            if (marked == '\0')
            {
                continue;
            }

            letters[i] = marked;
            if (marked == 'ơ' && i > 0 && letters[i - 1] == 'u' && (i < 2 || letters[i - 2] != 'q'))
            {
                letters[i - 1] = 'ư';
            }

            return true;
        }

        return false;
    }
}
