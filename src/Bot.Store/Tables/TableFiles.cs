using Bot.Indicators.Proposals;
using Bot.Store.Tables.Workbooks;

namespace Bot.Store.Tables;

/// <summary>Which reader reads a file.</summary>
internal static class TableFiles
{
    public const string Csv = ".csv";
    public const string Xlsx = ".xlsx";

    /// <summary>The tables of a file; a workbook may hold several.</summary>
    public static IEnumerable<RawTable> Read(ImportFile file, List<RowError> errors) =>
        Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            Xlsx => WorkbookTables.Read(file, errors),
            _ => CsvTable.Read(file, errors) is { } table ? [table] : [],
        };
}
