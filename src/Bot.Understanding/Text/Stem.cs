namespace Bot.Understanding.Text;

/// <summary>
/// A light stem for English words, so that "signed", "signing" and "signature" are one term. Only equality of stems matters; they
/// need not be words. Vietnamese syllables have no endings and stay as they are.
/// </summary>
internal static class Stem
{
    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("isations", "is"),
        ("izations", "is"),
        ("isation", "is"),
        ("ization", "is"),
        ("ising", "is"),
        ("izing", "is"),
        ("ised", "is"),
        ("ized", "is"),
        ("ises", "is"),
        ("izes", "is"),
        ("ations", ""),
        ("ation", ""),
        ("atures", ""),
        ("ature", ""),
        ("ements", ""),
        ("ement", ""),
        ("ments", ""),
        ("ment", ""),
        ("ically", "ic"),
        ("ally", "al"),
        ("ings", ""),
        ("ing", ""),
        ("ions", ""),
        ("ion", ""),
        ("ies", "y"),
        ("ied", "y"),
        ("ed", ""),
        ("ly", ""),
        ("es", ""),
        ("e", ""),
        ("s", ""),
    ];

    /// <summary>The stem of a bare word.</summary>
    public static string Of(string word)
    {
        if (word.Length < 4 || Syllable.IsValidBare(word) || word.EndsWith("ss", StringComparison.Ordinal))
        {
            return word;
        }

        foreach (var (ending, rest) in Endings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = string.Concat(word.AsSpan(0, word.Length - ending.Length), rest);
                return stem.Length > 4 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1] : stem;
            }
        }

        return word;
    }
}
