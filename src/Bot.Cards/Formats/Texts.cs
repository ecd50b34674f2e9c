using System.Text.RegularExpressions;

namespace Bot.Cards.Formats;

/// <summary>Letters of names within sentences, and words that a person typed.</summary>
internal static partial class Texts
{
    private const int MostTyped = 80;

    /// <summary>With a capital at the start.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Without a capital at the start, unless the first word is an abbreviation.</summary>
    public static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) && !char.IsDigit(text[1])
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;

    /// <summary>A sentence ends with one full stop.</summary>
    public static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('?') || text.EndsWith(':') ? text : text + ".";

    /// <summary>
    /// What a person typed, to be quoted back: no Markdown, not long, and no percentage, since a figure that somebody typed must
    /// not stand in an answer as if it came out of the store.
    /// </summary>
    public static string Typed(string text)
    {
        var plain = Spaces().Replace(Percentage().Replace(Markup().Replace(text, " "), "…%"), " ").Trim();
        return plain.Length <= MostTyped ? plain : plain[..MostTyped].TrimEnd() + "…";
    }

    /// <summary>What a person wrote into a form, without Markdown and line breaks.</summary>
    public static string Plain(string text) => Spaces().Replace(Markup().Replace(text, " "), " ").Trim();

    [GeneratedRegex(@"[*_`\[\]<>#~|\\\p{C}]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\d.,]*\d\s*%")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
