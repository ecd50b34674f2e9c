namespace Bot.Store.Tables;

/// <summary>A file as it was read: which table it is, and its rows as text.</summary>
internal sealed record RawTable(string File, TableDefinition Definition, IReadOnlyList<string> Header, IReadOnlyList<RawRow> Rows);

/// <summary>A row and the line on which it begins.</summary>
internal sealed record RawRow(int Line, IReadOnlyList<string> Cells);
