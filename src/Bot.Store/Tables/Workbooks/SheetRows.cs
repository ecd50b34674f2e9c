using Bot.Indicators.Proposals;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Store.Tables.Workbooks;

/// <summary>The rows of a sheet that say something, one at a time from the part's stream: a sheet may have a million.</summary>
internal static class SheetRows
{
    public static List<RawRow> Read(WorksheetPart part, SheetCells cells, string place, List<RowError> errors)
    {
        List<RawRow> rows = [];
        using var reader = OpenXmlReader.Create(part);
        var line = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            line = row.RowIndex is { HasValue: true } index ? (int)index.Value : line + 1;
            var texts = Texts(row, cells, place, line, errors);
            if (texts.Exists(text => text.Length > 0) && !texts[0].StartsWith('#'))
            {
                rows.Add(new RawRow(line, texts));
            }
        }

        return rows;
    }

    private static List<string> Texts(Row row, SheetCells cells, string place, int line, List<RowError> errors)
    {
        List<string> texts = [];
        foreach (var cell in row.Elements<Cell>())
        {
            // Empty cells are left out of the file: the reference says which column this one is in.
            var column = cell.CellReference?.Value is { } reference ? Column(reference) : texts.Count;
            while (texts.Count < column)
            {
                texts.Add("");
            }

            if (cell.DataType?.Value == CellValues.Error)
            {
                errors.Add(
                    new RowError(
                        place,
                        line,
                        "",
                        $"cell {cell.CellReference?.Value} holds the error {cell.CellValue?.Text}",
                        "mend its formula"
                    )
                );
            }

            texts.Add(cells.Text(cell));
        }

        return texts.Count == 0 ? [""] : texts;
    }

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.AsSpan().TrimEnd("0123456789"))
        {
            column = column * 26 + (letter - 'A' + 1);
        }

        return column - 1;
    }
}
