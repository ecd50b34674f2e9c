using Bot.Indicators.Proposals;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Store.Tables.Workbooks;

/// <summary>
/// Reads a workbook: each sheet named after a table is that table; a workbook with one sheet may bear the table's name itself. No sheet is
/// left out silently.
/// </summary>
internal static class WorkbookTables
{
    public static List<RawTable> Read(ImportFile file, List<RowError> errors)
    {
        try
        {
            using var stream = new MemoryStream(file.Content.ToArray(), writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            return Read(file.Name, document, errors);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            errors.Add(new RowError(file.Name, 0, "", "the file is no workbook that can be opened", "save it as .xlsx without a password"));
            return [];
        }
    }

    private static List<RawTable> Read(string file, SpreadsheetDocument document, List<RowError> errors)
    {
        var book = document.WorkbookPart!;
        var cells = new SheetCells(book);
        List<RawTable> tables = [];
        var sheets = book.Workbook.Descendants<Sheet>().ToList();
        foreach (var sheet in sheets)
        {
            var name = sheet.Name?.Value ?? "";
            var place = sheets.Count == 1 ? file : $"{file}[{name}]";
            var definition = TableDefinitions.OfFile(name) ?? (sheets.Count == 1 ? TableDefinitions.OfFile(file) : null);
            if (book.GetPartById(sheet.Id!.Value!) is not WorksheetPart part)
            {
                continue;
            }

            var rows = SheetRows.Read(part, cells, place, errors);
            if (rows.Count == 0)
            {
                // An empty sheet, as spreadsheets make them by themselves.
                continue;
            }

            if (definition is null)
            {
                var names = string.Join(", ", TableDefinitions.All.Select(t => t.Name));
                errors.Add(new RowError(place, 0, "", "the sheet's name says no table", $"name it after one of: {names}"));
                continue;
            }

            if (Table(place, definition, rows, errors) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    private static RawTable? Table(string place, TableDefinition definition, List<RawRow> rows, List<RowError> errors)
    {
        List<string> header = [.. rows[0].Cells.Select(cell => cell.Trim())];
        while (header is [.., ""])
        {
            header.RemoveAt(header.Count - 1);
        }

        var before = errors.Count;
        Headers.Check(place, rows[0].Line, definition, header, errors);
        if (errors.Count > before)
        {
            return null;
        }

        List<RawRow> body = [];
        foreach (var row in rows.Skip(1))
        {
            if (row.Cells.Skip(header.Count).Any(cell => cell.Length > 0))
            {
                errors.Add(new RowError(place, row.Line, "", "a cell stands beside the table's columns", "give it a column or clear it"));
            }

            body.Add(row with { Cells = [.. Enumerable.Range(0, header.Count).Select(i => row.Cells.ElementAtOrDefault(i) ?? "")] });
        }

        return new RawTable(place, definition, header, body) { DecimalComma = true };
    }
}
