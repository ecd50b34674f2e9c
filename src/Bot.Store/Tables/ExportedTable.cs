namespace Bot.Store.Tables;

/// <summary>Rows of the store as text, in the form that an import reads; read from the store while they are written.</summary>
/// <param name="Columns">What the columns are called.</param>
/// <param name="Rows">The cells, in the order of the columns.</param>
public sealed record ExportedTable(IReadOnlyList<string> Columns, IAsyncEnumerable<IReadOnlyList<string>> Rows)
{
    private const string End = "\r\n";

    /// <summary>Writes it as CSV (RFC 4180); no cell is one that a spreadsheet would run.</summary>
    public async Task WriteAsync(TextWriter csv, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(csv);
        Write(Columns, csv);
        await foreach (var row in Rows.WithCancellation(cancellationToken))
        {
            Write(row, csv);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>Writes it as a workbook with one sheet of that name; a stream that can be sought in.</summary>
    public Task WriteWorkbookAsync(string sheet, Stream book, CancellationToken cancellationToken) =>
        Workbooks.WorkbookOut.WriteAsync(this, sheet, book, cancellationToken);

    private static void Write(IReadOnlyList<string> row, TextWriter csv)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
            {
                csv.Write(',');
            }

            Write(SpreadsheetText.Guard(row[i]), csv);
        }

        csv.Write(End);
    }

    private static void Write(string cell, TextWriter csv)
    {
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            csv.Write(cell);
            return;
        }

        csv.Write('"');
        csv.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        csv.Write('"');
    }
}
