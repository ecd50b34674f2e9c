using System.Text;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary>Tables as CSV (RFC 4180).</summary>
internal static class CsvText
{
    private const string End = "\r\n";

    public static string Write(ExportedTable table)
    {
        var csv = new StringBuilder().AppendJoin(',', table.Columns).Append(End);
        foreach (var row in table.Rows)
        {
            csv.AppendJoin(',', row.Select(Cell)).Append(End);
        }

        return csv.ToString();
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
