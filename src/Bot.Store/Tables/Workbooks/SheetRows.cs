using System.Globalization;
using Bot.Indicators.Proposals;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Store.Tables.Workbooks;

/// <summary>The rows of a sheet that say something, one at a time from the part's stream: a sheet may have a million.</summary>
internal static class SheetRows
{
    public static IEnumerable<RawRow> Read(WorksheetPart part, SheetCells cells, string place, List<RowError> errors)
    {
        using var reader = OpenXmlReader.Create(part);
        var line = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var number = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value;
            line = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : line + 1;
            var texts = Texts(reader, cells, place, line, errors);
            if (texts.Exists(text => text.Length > 0) && !texts[0].StartsWith('#'))
            {
                yield return new RawRow(line, texts);
            }
        }
    }

    private static List<string> Texts(OpenXmlReader reader, SheetCells cells, string place, int line, List<RowError> errors)
    {
        List<string> texts = [];
        foreach (var cell in Cells(reader))
        {
            // Empty cells are left out of the file: the reference says which column this one is in.
            var column = cell.CellReference?.Value is { } reference ? Column(reference) : texts.Count;
            if (column is < 0 or >= TableLimits.Columns)
            {
                errors.Add(new RowError(place, line, "", RowFault.RowTooWide, [$"{TableLimits.Columns}"]));
                break;
            }

            while (texts.Count < column)
            {
                texts.Add("");
            }

            if (Fault(cell) is var (fault, part))
            {
                errors.Add(new RowError(place, line, "", fault, [cell.CellReference?.Value ?? "", part]));
            }

            texts.Add(cells.Text(cell));
        }

        return texts.Count == 0 ? [""] : texts;
    }

    // One cell at a time: a row of a hostile file may have millions.
    private static IEnumerable<Cell> Cells(OpenXmlReader reader)
    {
        if (!reader.ReadFirstChild())
        {
            yield break;
        }

        do
        {
            if (reader.ElementType == typeof(Cell) && reader.LoadCurrentElement() is Cell cell)
            {
                yield return cell;
            }
        } while (reader.ReadNextSibling());
    }

    // What a formula showed when the file was saved may be outdated or anybody's claim: only what stands there is taken.
    private static (RowFault Fault, string Part)? Fault(Cell cell) =>
        cell.DataType?.Value == CellValues.Error ? (RowFault.CellError, cell.CellValue?.Text ?? "")
        : cell.CellFormula is not null ? (RowFault.Formula, "")
        : cell.InnerText.Length > TableLimits.Cell ? (RowFault.SheetCellTooLong, $"{TableLimits.Cell}")
        : null;

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
