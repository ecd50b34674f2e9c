using System.Collections.Frozen;
using System.Text;

namespace Bot.Understanding.Text;

/// <summary>
/// A Vietnamese syllable as a key: its letters with their quality marks (â ă ê ô ơ ư đ), then the tone as the digit that VNI types
/// (1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng). So it does not matter on which vowel the tone was put (hoà, hòa).
/// </summary>
internal static class Syllable
{
    private static readonly FrozenDictionary<char, (char Letter, char Tone)> Letters = LettersTable();

    private static readonly FrozenSet<string> Rhymes = (
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
        + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt "
        + "oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un "
        + "ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu uyp ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu "
        + "ưt ưu y yêm yên yêng yêt yêu"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Ea Súp has the rhymes of the plain; Krông Búk and Đắk Lắk have their own.
    private static readonly FrozenSet<string> HighlandRhymes = "ak ăk âk ek êk ik iêk ok ôk ơk uk ưk"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Plông, Prông, Blao
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HighlandInitials = "bl br dl dr đr gr kl pl pr sr"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> BareRhymes = Rhymes.Select(Bare).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Initials =
    [
        "ngh",
        "ch",
        "gh",
        "gi",
        "kh",
        "kr",
        "ng",
        "nh",
        "ph",
        "qu",
        "th",
        "tr",
        "b",
        "c",
        "d",
        "đ",
        "g",
        "h",
        "k",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "v",
        "x",
        "",
    ];

    /// <summary>The key of a lower-case word.</summary>
    public static string Key(string word)
    {
        var tone = '\0';
        Span<char> letters = stackalloc char[word.Length + 1];
        var length = 0;
        foreach (var c in word)
        {
            if (Letters.TryGetValue(c, out var parts))
            {
                letters[length++] = parts.Letter;
                tone = parts.Tone == '\0' ? tone : parts.Tone;
            }
            else
            {
                letters[length++] = c;
            }
        }

        FoldEndingI(letters[..length]);
        if (tone != '\0')
        {
            letters[length++] = tone;
        }

        return letters[..length].SequenceEqual(word) ? word : new string(letters[..length]);
    }

    /// <summary>The key without marks and tone.</summary>
    public static string Bare(string key)
    {
        Span<char> letters = stackalloc char[key.Length];
        var length = 0;
        for (var i = 0; i < key.Length; i++)
        {
            var c = key[i];
            if (i == key.Length - 1 && i > 0 && c is >= '1' and <= '5' && !char.IsAsciiDigit(key[0]) && HasMark(key))
            {
                break;
            }

            letters[length++] = BareLetter(c);
        }

        return length == key.Length && letters[..length].SequenceEqual(key) ? key : new string(letters[..length]);
    }

    /// <summary>Whether the letters of a key, without its tone, can be a Vietnamese syllable.</summary>
    public static bool IsValid(ReadOnlySpan<char> letters) => Fits(letters, Rhymes);

    /// <summary>Whether the letters of a key, without its tone, can be a syllable of a highland name.</summary>
    public static bool IsHighland(ReadOnlySpan<char> letters) =>
        Fits(letters, HighlandRhymes) || letters.Length > 2 && HighlandInitials.Contains(letters[..2]) && Fits(letters[1..], Rhymes);

    /// <summary>Whether bare letters can be a Vietnamese syllable.</summary>
    public static bool IsValidBare(ReadOnlySpan<char> letters) => Fits(letters, BareRhymes);

    /// <summary>The key of letters and a tone digit; the tone 0 is none.</summary>
    public static string Compose(ReadOnlySpan<char> letters, char tone)
    {
        Span<char> key = stackalloc char[letters.Length + 1];
        letters.CopyTo(key);
        FoldEndingI(key[..letters.Length]);
        key[^1] = tone;
        return new string(tone is >= '1' and <= '5' ? key : key[..letters.Length]);
    }

    // kĩ/kỹ, tỉ/tỷ, quí/quý: one spelling.
    private static void FoldEndingI(Span<char> letters)
    {
        if (letters is ['h' or 'k' or 'l' or 'm' or 's' or 't', 'i'] or ['q', 'u', 'i'])
        {
            letters[^1] = 'y';
        }
    }

    private static bool HasMark(string key) => key[^1] is >= '1' and <= '5' && !char.IsAsciiDigit(key[^2]);

    private static bool Fits(ReadOnlySpan<char> letters, FrozenSet<string> rhymes)
    {
        if (letters.Length is 0 or > 7)
        {
            return false;
        }

        var lookup = rhymes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var initial in Initials)
        {
            if (letters.StartsWith(initial, StringComparison.Ordinal) && lookup.Contains(letters[initial.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static char BareLetter(char c) =>
        c switch
        {
            'â' or 'ă' => 'a',
            'ê' => 'e',
            'ô' or 'ơ' => 'o',
            'ư' => 'u',
            'đ' => 'd',
            _ => c,
        };

    private static FrozenDictionary<char, (char, char)> LettersTable()
    {
        var table = new Dictionary<char, (char, char)>();
        foreach (var letter in "aăâeêioôơuưy")
        {
            foreach (var (mark, tone) in new[] { ('\u0301', '1'), ('\u0300', '2'), ('\u0309', '3'), ('\u0303', '4'), ('\u0323', '5') })
            {
                table[$"{letter}{mark}".Normalize(NormalizationForm.FormC)[0]] = (letter, tone);
            }
        }

        return table.ToFrozenDictionary();
    }
}
