namespace Bot.Indicators.Proposals;

/// <summary>A cell, row or file that an import refuses, with its place.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The first line of the row in the file, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column; empty where the row or file is meant.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">What to do about it; empty where that is plain.</param>
public sealed record RowError(string File, int Line, string Column, string Reason, string Remedy)
{
    /// <summary>Why a document was refused; null for tables.</summary>
    public DocumentFault? Fault { get; init; }

    /// <summary>One line for the terminal: <c>observations.csv:12 period: '2023-Q5' is no period (write …)</c>.</summary>
    public override string ToString() =>
        (Line > 0 ? $"{File}:{Line}" : File)
        + (Column.Length > 0 ? $" {Column}" : "")
        + $": {Reason}"
        + (Remedy.Length > 0 ? $" ({Remedy})" : "");
}
