using System.Globalization;
using System.Text;
using Bot.Store.Rows;

namespace Bot.Commands;

/// <summary>Notes about questions as CSV (RFC 4180).</summary>
internal static class QuestionList
{
    private const string End = "\r\n";

    public static string Write(IEnumerable<QuestionNote> notes)
    {
        var csv = new StringBuilder("text,reading,outcome,language,day,count").Append(End);
        foreach (var note in notes)
        {
            string[] cells =
            [
                note.Text,
                note.Reading,
                note.Outcome,
                note.Language,
                note.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                note.Count.ToString(CultureInfo.InvariantCulture),
            ];
            csv.AppendJoin(',', cells.Select(Cell)).Append(End);
        }

        return csv.ToString();
    }

    // Anybody can type a text that a spreadsheet would run as a formula.
    private static string Cell(string text)
    {
        text = text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
