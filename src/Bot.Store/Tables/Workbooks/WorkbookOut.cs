using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Store.Tables.Workbooks;

/// <summary>A table as a workbook, row by row. Only the columns of figures are numbers: a code of digits stays what it is.</summary>
internal static class WorkbookOut
{
    public static async Task WriteAsync(ExportedTable table, string name, Stream stream, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            Write(writer, table.Columns, []);
            var figures = table.Columns.Select(column => column is "value" or "progress").ToArray();
            await foreach (var row in table.Rows.WithCancellation(cancellationToken))
            {
                Write(writer, row, figures);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Id = book.GetIdOfPart(sheet),
                    SheetId = 1,
                    Name = name,
                }
            )
        );
    }

    private static void Write(OpenXmlWriter writer, IReadOnlyList<string> cells, bool[] figures)
    {
        writer.WriteStartElement(new Row());
        for (var i = 0; i < cells.Count; i++)
        {
            writer.WriteElement(Cell(cells[i], i < figures.Length && figures[i]));
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(string text, bool isFigure) =>
        text.Length == 0 ? new Cell()
        : isFigure && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
            ? new Cell { CellValue = new CellValue(text) }
        : new Cell
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(Clean(SpreadsheetText.Guard(text))) { Space = SpaceProcessingModeValues.Preserve }),
        };

    // Signs that no XML can hold.
    private static string Clean(string text) => text.All(IsXml) ? text : string.Concat(text.Where(IsXml));

    private static bool IsXml(char c) => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c);
}
