using System.Net;
using System.Text.RegularExpressions;

namespace Bot.Teams;

/// <summary>The words of a Teams message, which comes as simple HTML: a paragraph, a list item and a line break end a line.</summary>
internal static partial class HtmlText
{
    public static string Of(string html)
    {
        var lines = LineEnds().Replace(LineBreaks().Replace(html, " "), "\n");
        var plain = WebUtility.HtmlDecode(Tags().Replace(lines, "")).Replace('\u00A0', ' ');
        return string.Join('\n', plain.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"[\r\n\t]+")]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"<(?:br|/p|/div|/li|/tr|/h[1-6]|/blockquote)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnds();

    // A sign of comparison is no tag: those begin with a letter, a slash or an exclamation mark.
    [GeneratedRegex(@"<[a-z/!][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();
}
