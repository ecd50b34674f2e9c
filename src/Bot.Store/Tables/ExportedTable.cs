namespace Bot.Store.Tables;

/// <summary>Rows of the store as text, in the form that an import reads.</summary>
/// <param name="Columns">What the columns are called.</param>
/// <param name="Rows">The cells, in the order of the columns.</param>
public sealed record ExportedTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
