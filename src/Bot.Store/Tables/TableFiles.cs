using Bot.Indicators.Proposals;
using Bot.Store.Tables.Workbooks;

namespace Bot.Store.Tables;

/// <summary>Which reader reads a file.</summary>
internal static class TableFiles
{
    public const string Csv = ".csv";
    public const string Xlsx = ".xlsx";

    /// <summary>The tables of a file; a workbook may hold several.</summary>
    public static IEnumerable<RawTable> Read(ImportFile file, List<RowError> errors)
    {
        if (Path.GetExtension(file.Name).Equals(Xlsx, StringComparison.OrdinalIgnoreCase))
        {
            return WorkbookTables.Read(file, errors).Select(Known);
        }

        if (TableDefinitions.OfFile(file.Name) is { } definition)
        {
            return CsvTable.Read(file, definition, errors) is { } table ? [Known(table)] : [];
        }

        var names = string.Join(", ", TableDefinitions.All.Select(t => t.Name));
        errors.Add(new RowError(file.Name, 0, "", RowFault.NoTable, [names]));
        return [];
    }

    // Rows that others name are read at once and kept; the large tables are not among them.
    private static RawTable Known(RawTable table) => table.Definition.BringsCodes ? table with { Rows = [.. table.Rows] } : table;
}
