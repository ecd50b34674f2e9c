using System.Globalization;

namespace Bot.Indicators.Proposals;

/// <summary>A cell, row or file of a table that an import refuses, or takes and names, with its place.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The first line of the row in the file, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column; empty where the row or file is meant.</param>
/// <param name="Fault">What is wrong; the words for it say what to do.</param>
/// <param name="Parts">What the words name: the cell's text, a number, the columns there are.</param>
public sealed record RowError(string File, int Line, string Column, RowFault Fault, ValueList<string> Parts = default)
{
    /// <summary>Where it is: <c>observations.csv:12 period</c>.</summary>
    public string Place =>
        (Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}") : File) + (Column.Length > 0 ? $" {Column}" : "");

    /// <summary>Place and fault for logs and exceptions; people get words in their language.</summary>
    public override string ToString() => $"{Place}: {Fault} {string.Join(", ", Parts)}";
}
