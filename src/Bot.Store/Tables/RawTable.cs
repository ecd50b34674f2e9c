namespace Bot.Store.Tables;

/// <summary>A file as it is read: which table it is, and its rows as text, one at a time, since a file may have a million.</summary>
internal sealed record RawTable(string File, TableDefinition Definition, IReadOnlyList<string> Header, IEnumerable<RawRow> Rows)
{
    /// <summary>Whether numbers typed as text may have a decimal comma, as spreadsheets of a Vietnamese office have them.</summary>
    public bool DecimalComma { get; init; }
}

/// <summary>A row and the line on which it begins.</summary>
internal sealed record RawRow(int Line, IReadOnlyList<string> Cells);
