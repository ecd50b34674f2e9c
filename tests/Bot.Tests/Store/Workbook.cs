using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Tests.Store;

/// <summary>Makes a small workbook, cell by cell, as spreadsheets write them.</summary>
internal static class Workbook
{
    /// <summary>Styles of the cells: as it comes, a percentage, a day, and a day in a format of somebody's own.</summary>
    public const uint Plain = 0;
    public const uint Percent = 1;
    public const uint Day = 2;
    public const uint OwnDay = 3;

    public static byte[] Of(params (string Sheet, Cell[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            foreach (var (name, rows) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select(cells => new Row(cells))));
                book.Workbook.Sheets!.AppendChild(
                    new Sheet
                    {
                        Name = name,
                        Id = book.GetIdOfPart(part),
                        SheetId = (uint)book.Workbook.Sheets.Count() + 1,
                    }
                );
            }
        }

        return stream.ToArray();
    }

    public static Cell Text(string text) =>
        new() { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)) };

    public static Cell Number(string kept, uint style = Plain) => new() { CellValue = new CellValue(kept), StyleIndex = style };

    public static Cell[] Texts(params string[] texts) => [.. texts.Select(Text)];

    private static Stylesheet Styles() =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "[$-42A]dd/mm/yyyy;@" }) { Count = 1 },
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 10 },
                new CellFormat { NumberFormatId = 14 },
                new CellFormat { NumberFormatId = 164 }
            )
        );
}
