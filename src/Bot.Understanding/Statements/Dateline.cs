using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Understanding.Statements;

/// <summary>What stands above a text: its title and its day.</summary>
/// <param name="BodyStart">Where the text itself begins.</param>
/// <param name="Title">The title; empty where none is told apart.</param>
/// <param name="PublishedOn">The day of publication; null where not said to the day.</param>
/// <param name="Latest">The last day that it can have been written on; null where nothing dates it.</param>
internal sealed partial record Dateline(int BodyStart, string Title, DateOnly? PublishedOn, DateOnly? Latest)
{
    // A day further down belongs to what is told.
    private const int Lines = 12;
    private const int LongestLine = 80;

    public static Dateline Of(string text, DateOnly? known)
    {
        var head = HeadPattern().Match(text);
        var start = head.Success ? head.Index + head.Length : 0;
        var title = head.Success ? Field(head.Value, "title") : "";
        var published = known;
        DateOnly? latest = null;
        if (head.Success && published is null && Field(head.Value, "published", "date") is { Length: > 0 } stated)
        {
            published = Exact(stated);
            latest = published is null && MonthPattern().Match(stated) is { Success: true } month ? EndOf(month) : null;
        }

        var (line, at) = (0, start);
        while (line < Lines && at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var words = text[at..end].Trim().Normalize();
            published ??= words.Length <= LongestLine ? Exact(words) : null;
            if (title.Length == 0 && words.Length > 0 && DayPattern().Match(words) is not { Success: true, Index: 0 })
            {
                title = words[^1] is '.' or ';' || words.Length > 200 ? "" : words.TrimStart('#', ' ');
                line = words[^1] is '.' ? Lines : line;
            }

            (line, at) = (line + 1, end + 1);
        }

        return new(start, title, published, published ?? latest);
    }

    /// <summary>Whether words are a day and nothing else.</summary>
    public static bool IsDay(string words) => words.Length <= LongestLine && DayPattern().IsMatch(words.Normalize());

    private static string Field(string head, params ReadOnlySpan<string> names)
    {
        foreach (var line in head.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            foreach (var name in names)
            {
                if (colon > 0 && line[..colon].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return line[(colon + 1)..].Trim().ToString();
                }
            }
        }

        return "";
    }

    private static DateOnly? Exact(string words)
    {
        var match = DayPattern().Match(words);
        return
            match.Success
            && DateOnly.TryParseExact(
                $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}",
                "yyyy-M-d",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            ? day
            : null;
    }

    private static DateOnly EndOf(Match month)
    {
        var (y, m) = (
            int.Parse(month.Groups[1].Value, CultureInfo.InvariantCulture),
            int.Parse(month.Groups[2].Value, CultureInfo.InvariantCulture)
        );
        return new DateOnly(y, Math.Clamp(m, 1, 12), 1).AddMonths(1).AddDays(-1);
    }

    // "Title: …" lines closed by a line of dashes, as exports of articles have them.
    [GeneratedRegex(
        @"\A\uFEFF?(?:-{3,}\s*\n)?(?:[A-Za-z][A-Za-z ]{1,30}:[^\n]*\r?\n){1,20}-{3,}[ \t]*\r?\n",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HeadPattern();

    // A line that is a day: "28/03/2023 - 20:15", "2023-01-18", "Cần Thơ, ngày 05 tháng 4 năm 2023".
    [GeneratedRegex(
        @"^(?:(?:[\p{Lu}][\p{L}. ]{1,40},\s*)?ng(?:à|a)y\s+(?<d>\d{1,2})\s+th(?:á|a)ng\s+(?<m>\d{1,2})\s+n(?:ă|a)m\s+(?<y>\d{4})|(?:[\p{L} ,]{0,30}\s)?(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4})|(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2}))(?:[\s,|-]*\d{1,2}[:h]\d{2}(?::\d{2})?)?(?:\s*\([^)]*\))?\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"^(\d{4})-(\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex MonthPattern();
}
