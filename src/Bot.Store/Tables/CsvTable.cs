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

    public static RawTable? Read(ImportFile file, List<RowError> errors)
    {
        if (TableDefinitions.OfFile(file.Name) is not { } definition)
        {
            var names = string.Join(", ", TableDefinitions.All.Select(t => t.Name));
            errors.Add(new RowError(file.Name, 0, "", "the file's name says no table", $"name it after one of: {names}"));
            return null;
        }

        if (Text(file.Content.Span) is not { } text)
        {
            errors.Add(new RowError(file.Name, 0, "", "the file is not UTF-8", "save it as CSV UTF-8"));
            return null;
        }

        return Rows(file.Name, definition, text, errors);
    }

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static RawTable? Rows(string file, TableDefinition definition, string text, List<RowError> errors)
    {
        List<int> torn = [];
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            AllowComments = true,
            BadDataFound = bad => torn.Add(bad.Context.Parser!.RawRow),
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        List<string>? header = null;
        List<RawRow> rows = [];
        while (parser.Read())
        {
            var cells = parser.Record!;
            if (cells[0].StartsWith('#') || Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            var line = FirstLine(parser);
            if (header is null)
            {
                header = [.. cells.Select(cell => cell.Trim())];
                var before = errors.Count;
                Headers.Check(file, line, definition, header, errors);
                if (errors.Count > before)
                {
                    // Without its columns no row can be read; bad rows alone do not hide what is wrong with the others.
                    return null;
                }
            }
            else if (cells.Length != header.Count)
            {
                errors.Add(
                    new RowError(
                        file,
                        line,
                        "",
                        $"the row has {cells.Length} cells, the header {header.Count}",
                        "quote cells that hold a comma"
                    )
                );
            }
            else
            {
                rows.Add(new RawRow(line, cells));
            }
        }

        errors.AddRange(
            torn.Select(line => new RowError(file, line, "", "a quotation mark is out of place", "double it, and quote the cell"))
        );
        if (header is null)
        {
            errors.Add(new RowError(file, 0, "", "the file has no header row", $"begin with: {string.Join(',', definition.Columns)}"));
        }

        return header is null ? null : new RawTable(file, definition, header, rows) { DecimalComma = configuration.Delimiter == ";" };
    }

    // The parser counts the last line of a row; a quoted cell may hold line breaks.
    private static int FirstLine(CsvParser parser) => parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    private static string Delimiter(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace() && line[0] != '#')
            {
                return line.Count(';') > line.Count(',') ? ";" : ",";
            }
        }

        return ",";
    }
}
