using Bot.Store.Tables;

namespace Bot.Store.Audit;

/// <summary>A row as one cell of the audit log: <c>org_unit=SYT; value=80</c>, empty cells left out.</summary>
internal static class AuditCells
{
    public static string Of(TableDefinition table, IReadOnlyList<string> cells) =>
        string.Join("; ", table.Columns.Zip(cells).Where(cell => cell.Second.Length > 0).Select(cell => $"{cell.First}={cell.Second}"));
}
