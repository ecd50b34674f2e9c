using System.Text.RegularExpressions;

namespace Bot.Store.Tables;

/// <summary>Numbers as a Vietnamese office types them: <c>85,5</c> and <c>1.234,5</c>.</summary>
internal static partial class DecimalCommas
{
    /// <summary>
    /// The same number with a point; null where the text is none with a decimal comma. <c>1,234</c> and <c>1.234</c> could be a thousand or
    /// one and a bit: the first stays unread and is refused, the second is what the tables' own form says.
    /// </summary>
    public static string? Read(string text) =>
        Plain().IsMatch(text) && !Ambiguous().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : null;

    [GeneratedRegex(@"^-?(\d+|\d{1,3}(\.\d{3})+),\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-?[1-9]\d{0,2},\d{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();
}
