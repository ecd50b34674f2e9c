using System.Globalization;
using Bot.Store.Rows;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary>Notes about questions as a table.</summary>
internal static class QuestionList
{
    private static readonly string[] Columns = ["text", "reading", "outcome", "language", "day", "count"];

    public static ExportedTable Of(IEnumerable<QuestionNote> notes) => new(Columns, [.. notes.Select(Row)]);

    private static string[] Row(QuestionNote note) =>
        [
            Harmless(note.Text),
            Harmless(note.Reading),
            note.Outcome,
            note.Language,
            note.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            note.Count.ToString(CultureInfo.InvariantCulture),
        ];

    // Anybody can type a text that a spreadsheet would run as a formula.
    private static string Harmless(string text) =>
        text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
