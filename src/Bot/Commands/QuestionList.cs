using System.Globalization;
using Bot.Store.Rows;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary>Notes about questions as a table.</summary>
internal static class QuestionList
{
    private static readonly string[] Columns = ["text", "reading", "outcome", "language", "day", "count"];

    public static ExportedTable Of(IEnumerable<QuestionNote> notes) => new(Columns, notes.Select(Row).ToAsyncEnumerable());

    private static IReadOnlyList<string> Row(QuestionNote note) =>
        [
            note.Text,
            note.Reading,
            note.Outcome,
            note.Language,
            note.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            note.Count.ToString(CultureInfo.InvariantCulture),
        ];
}
