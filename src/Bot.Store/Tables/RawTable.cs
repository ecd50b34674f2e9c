namespace Bot.Store.Tables;

/// <summary>A file as it was read: which table it is, and its rows as text.</summary>
internal sealed record RawTable(string File, TableDefinition Definition, IReadOnlyList<string> Header, IReadOnlyList<RawRow> Rows)
{
    /// <summary>Whether numbers typed as text may have a decimal comma, as spreadsheets of a Vietnamese office have them.</summary>
    public bool DecimalComma { get; init; }
}

/// <summary>A row and the line on which it begins.</summary>
internal sealed record RawRow(int Line, IReadOnlyList<string> Cells);
