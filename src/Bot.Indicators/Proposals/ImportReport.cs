using Bot.Indicators.Catalogues;

namespace Bot.Indicators.Proposals;

/// <summary>What an import did, or would do; with an error it did nothing.</summary>
/// <param name="Tables">Per table, in the order of the contract.</param>
/// <param name="Errors">Every bad row of every file.</param>
/// <param name="DryRun">Whether nothing was to be written.</param>
public sealed record ImportReport(ValueList<TableCounts> Tables, ValueList<RowError> Errors, bool DryRun)
{
    /// <summary>The catalogue as it would be; null where it is not a dry run, since then the store has it.</summary>
    public Catalogue? WouldBe { get; init; }

    /// <summary>The cells that got, or would get, another value; of very many the first.</summary>
    public ValueList<CellChange> Changes { get; init; }

    /// <summary>What is odd in rows that were taken all the same; of very many the first.</summary>
    public ValueList<RowError> Flags { get; init; }

    /// <summary>Whether the files were refused.</summary>
    public bool Refused => !Errors.IsEmpty;
}

/// <summary>How many rows of a table an import touched.</summary>
/// <param name="Table">The table's name in the contract.</param>
/// <param name="Added">Keys that were not there.</param>
/// <param name="Changed">Keys that got a revision.</param>
/// <param name="Unchanged">Keys that have these very cells already.</param>
public sealed record TableCounts(string Table, int Added, int Changed, int Unchanged);

/// <summary>A cell that an import changes.</summary>
/// <param name="Table">The table's name in the contract.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Column">The column.</param>
/// <param name="Old">The value before.</param>
/// <param name="New">The value after.</param>
public sealed record CellChange(string Table, string Key, string Column, string Old, string New);
