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
            if (WorkbookPackage.Refusal(file) is { } refusal)
            {
                errors.Add(refusal);
                return [];
            }

            using var stream = file.Open();
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            if (document.WorkbookPart is { } book)
            {
                return Read(file, book, errors);
            }
        }
        catch (Exception e) when (OfficePackage.IsTorn(e))
        {
            // Said below.
        }

        errors.Add(WorkbookPackage.Torn(file.Name));
        return [];
    }

    private static List<RawTable> Read(ImportFile file, WorkbookPart book, List<RowError> errors)
    {
        var cells = new SheetCells(book);
        List<RawTable> tables = [];
        var sheets = book.Workbook.Descendants<Sheet>().ToList();
        foreach (var sheet in sheets)
        {
            var name = sheet.Name?.Value ?? "";
            var place = sheets.Count == 1 ? file.Name : $"{file.Name}[{name}]";
            var definition = TableDefinitions.OfFile(name) ?? (sheets.Count == 1 ? TableDefinitions.OfFile(file.Name) : null);
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
            {
                continue;
            }

            var before = errors.Count;
            // Read for the header alone; the rows follow when they are asked for, from the file again.
            if (SheetRows.Read(part, cells, place, errors).FirstOrDefault() is not { } first)
            {
                // An empty sheet, as spreadsheets make them by themselves.
                continue;
            }

            if (definition is null)
            {
                var names = string.Join(", ", TableDefinitions.All.Select(t => t.Name));
                errors.Add(new RowError(place, 0, "", RowFault.NoTable, [names]));
                continue;
            }

            List<string> header = [.. first.Cells.Select(cell => cell.Trim())];
            while (header is [.., ""])
            {
                header.RemoveAt(header.Count - 1);
            }

            Headers.Check(place, first.Line, definition, header, errors);
            if (errors.Count == before)
            {
                var rows = Rows(file, id, place, cells, header.Count, errors);
                tables.Add(new RawTable(place, definition, header, rows) { DecimalComma = true });
            }
        }

        return tables;
    }

    private static IEnumerable<RawRow> Rows(
        ImportFile file,
        string sheet,
        string place,
        SheetCells cells,
        int columns,
        List<RowError> errors
    )
    {
        using var stream = file.Open();
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        using var rows = SheetRows
            .Read((WorksheetPart)document.WorkbookPart!.GetPartById(sheet), cells, place, errors)
            .Skip(1)
            .GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception e) when (OfficePackage.IsTorn(e))
            {
                errors.Add(WorkbookPackage.Torn(place));
                yield break;
            }

            var row = rows.Current;
            if (errors.Count > TableLimits.Errors)
            {
                errors.Add(new RowError(place, row.Line, "", RowFault.TooManyErrors));
                yield break;
            }

            if (row.Cells.Skip(columns).Any(cell => cell.Length > 0))
            {
                errors.Add(new RowError(place, row.Line, "", RowFault.CellBeside));
            }

            yield return row with
            {
                Cells = [.. Enumerable.Range(0, columns).Select(i => row.Cells.ElementAtOrDefault(i) ?? "")],
            };
        }
    }
}
