using System.Globalization;
using Bot.Store.Tables;

namespace Bot.Store.Facts;

/// <summary>What of a row is its claim, what a document leaves as it was, and how a correction changes it.</summary>
internal static class FactTables
{
    private static readonly Dictionary<string, string[]> Claims = new()
    {
        ["observations"] = ["value", "text"],
        ["targets"] = ["comparator", "value"],
        ["obligations"] = ["status", "document_number", "issued_on"],
        ["findings"] = [],
        ["inspections"] = ["units"],
        ["projects"] = ["progress", "expected"],
    };

    // No document says these; what the store has of them stays.
    private static readonly HashSet<string> Kept = ["deadline", "name_en", "text_en", "area", "legal_basis"];

    public static TableDefinition Named(string table) => TableDefinitions.All.Single(t => t.Name == table);

    /// <summary>Whether the store's row says all that the proposal does.</summary>
    public static bool Says(this TableDefinition table, IReadOnlyList<string> stored, IReadOnlyList<string> proposed) =>
        Claims[table.Name]
            .All(column => table.Cell(proposed, column).Length == 0 || table.Cell(proposed, column) == table.Cell(stored, column));

    /// <summary>The proposal's cells, with the store's where a document says nothing.</summary>
    public static IReadOnlyList<string> Over(this TableDefinition table, IReadOnlyList<string>? stored, IReadOnlyList<string> proposed) =>
        stored is null
            ? proposed
            : [.. proposed.Select((cell, i) => cell.Length == 0 && Kept.Contains(table.Columns[i]) ? stored[i] : cell)];

    /// <summary>The cells with another value: a number, or words where the table has them; null where it cannot be.</summary>
    public static IReadOnlyList<string>? Corrected(this TableDefinition table, IReadOnlyList<string> cells, string value)
    {
        value = value.Trim();
        var number = Number(value);
        return table.Name switch
        {
            _ when value.Length == 0 => null,
            "observations" when number is not null => table.With(
                cells,
                ("value", number),
                // The words beside a number name its thing; those instead of one fall.
                ("text", table.Cell(cells, "value").Length > 0 ? table.Cell(cells, "text") : "")
            ),
            "observations" => table.With(cells, ("value", ""), ("text", value)),
            "targets" when number is not null => table.With(cells, ("value", number)),
            "projects" when number is not null => table.With(cells, ("progress", number)),
            "obligations" when value is "issued" or "missing" or "waived" => table.With(cells, ("status", value)),
            "findings" => table.With(cells, ("text_vi", value)),
            _ => null,
        };
    }

    public static string Cell(this TableDefinition table, IReadOnlyList<string> cells, string column) =>
        cells[table.Columns.IndexOf(column)];

    public static IReadOnlyList<string> With(
        this TableDefinition table,
        IReadOnlyList<string> cells,
        params ReadOnlySpan<(string Column, string Cell)> changes
    )
    {
        string[] changed = [.. cells];
        foreach (var (column, cell) in changes)
        {
            changed[table.Columns.IndexOf(column)] = cell;
        }

        return changed;
    }

    private static string? Number(string typed)
    {
        var text = typed.TrimEnd('%').TrimEnd();
        text = DecimalCommas.Read(text) ?? text;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? text
            : null;
    }
}
