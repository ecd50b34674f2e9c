using System.Globalization;
using System.Text;
using Bot.Indicators.Proposals;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bot.Store.Tables;

/// <summary>
/// Reads the contract's CSV: UTF-8 with or without BOM, RFC 4180 quoting, comma (or semicolon, as spreadsheets here save it),
/// <c>#</c> in the first cell for a comment.
/// </summary>
internal static class CsvTable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The table whose rows are then read as they are asked for; null where the file has no header that can be read.</summary>
    public static RawTable? Read(ImportFile file, TableDefinition definition, List<RowError> errors)
    {
        var before = errors.Count;
        try
        {
            using var reader = Open(file, out var delimiter);
            using var parser = Parser(reader, delimiter, []);
            if (Next(parser) is not { } cells)
            {
                errors.Add(new RowError(file.Name, 0, "", RowFault.NoHeader, [string.Join(',', definition.Columns)]));
                return null;
            }

            List<string> header = [.. cells.Select(cell => cell.Trim())];
            Headers.Check(file.Name, FirstLine(parser), definition, header, errors);
            // Without its columns no row can be read; bad rows alone do not hide what is wrong with the others.
            return errors.Count > before
                ? null
                : new RawTable(file.Name, definition, header, Rows(file, header.Count, errors)) { DecimalComma = delimiter == ";" };
        }
        catch (Exception e) when (Refusal(e, file.Name) is { } refused)
        {
            errors.Add(refused);
            return null;
        }
    }

    private static IEnumerable<RawRow> Rows(ImportFile file, int columns, List<RowError> errors)
    {
        List<int> torn = [];
        using var reader = Open(file, out var delimiter);
        using var parser = Parser(reader, delimiter, torn);
        Next(parser);
        while (true)
        {
            string[]? cells;
            try
            {
                cells = Next(parser);
            }
            catch (Exception e) when (Refusal(e, file.Name) is { } refused)
            {
                errors.Add(refused);
                yield break;
            }

            errors.AddRange(torn.Select(at => new RowError(file.Name, at, "", RowFault.Quotation)));
            torn.Clear();
            if (cells is null)
            {
                yield break;
            }

            if (errors.Count > TableLimits.Errors)
            {
                errors.Add(new RowError(file.Name, FirstLine(parser), "", RowFault.TooManyErrors));
                yield break;
            }

            var line = FirstLine(parser);
            if (cells.Length == columns)
            {
                yield return new RawRow(line, cells);
            }
            else
            {
                errors.Add(new RowError(file.Name, line, "", RowFault.RowLength, [$"{cells.Length}", $"{columns}"]));
            }
        }
    }

    private static StreamReader Open(ImportFile file, out string delimiter)
    {
        using (var first = new StreamReader(file.Open(), Strict))
        {
            delimiter = Delimiter(first);
        }

        return new StreamReader(file.Open(), Strict, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
    }

    private static CsvParser Parser(StreamReader reader, string delimiter, List<int> torn)
    {
        // StreamReader leaves the byte order mark where it was told the encoding.
        if (reader.Peek() == '\uFEFF')
        {
            reader.Read();
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            AllowComments = true,
            BadDataFound = bad => torn.Add(bad.Context.Parser!.RawRow),
            MaxFieldSize = TableLimits.Cell,
        };
        return new CsvParser(reader, configuration);
    }

    // The next row that is neither a comment nor empty; null at the end.
    private static string[]? Next(CsvParser parser)
    {
        while (parser.Read())
        {
            var cells = parser.Record!;
            if (!cells[0].StartsWith('#') && !Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                return cells;
            }
        }

        return null;
    }

    private static RowError? Refusal(Exception e, string file) =>
        e switch
        {
            DecoderFallbackException => new RowError(file, 0, "", RowFault.Encoding),
            MaxFieldSizeException => new RowError(file, 0, "", RowFault.CellTooLong, [$"{TableLimits.Cell}"]),
            _ => null,
        };

    // The parser counts the last line of a row; a quoted cell may hold line breaks.
    private static int FirstLine(CsvParser parser) => parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    private static string Delimiter(StreamReader reader)
    {
        Span<char> start = new char[4096];
        foreach (var line in start[..reader.ReadBlock(start)].EnumerateLines())
        {
            if (!line.IsWhiteSpace() && line[0] != '#')
            {
                return line.Count(';') > line.Count(',') ? ";" : ",";
            }
        }

        return ",";
    }
}
