using System.Buffers;
using System.Globalization;

namespace Bot.Store.Tables;

/// <summary>
/// Texts that a spreadsheet would run as a formula. An export puts an apostrophe before them, as a person at a spreadsheet does, and an
/// import takes it off again: what went out comes back as it was.
/// </summary>
public static class SpreadsheetText
{
    private const char Mark = '\'';

    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r");

    /// <summary>The text as an export writes it; plain numbers stay as they are.</summary>
    public static string Guard(string text) => IsRun(text) && !IsNumber(text) ? Mark + text : text;

    /// <summary>The text of a cell that was guarded.</summary>
    public static string Unguard(string text) => text is [Mark, ..] && IsRun(text) ? text[1..] : text;

    // Apostrophes before it count with it: each export adds one, each import takes one off.
    private static bool IsRun(string text)
    {
        if (text.Length == 0 || text[0] != Mark && !Starts.Contains(text[0]))
        {
            return false;
        }

        var start = text.AsSpan().TrimStart(Mark);
        return !start.IsEmpty && Starts.Contains(start[0]);
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
