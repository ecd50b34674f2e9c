using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Store.Tables.Workbooks;

/// <summary>
/// A cell as the tables write it. What a cell shows counts, not how the file keeps it: <c>85,5%</c> is kept as 0.855 and is 85.5 here, a
/// day is kept as a number of days and is <c>yyyy-MM-dd</c> here.
/// </summary>
internal sealed class SheetCells(WorkbookPart book)
{
    // A spreadsheet keeps fifteen digits.
    private const double MostExact = 1e15;

    private readonly string[] _shared =
    [
        .. book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText) ?? [],
    ];
    private readonly CellFormats _formats = new(book.WorkbookStylesPart?.Stylesheet);

    public string Text(Cell cell)
    {
        var text = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is not { } type || type == CellValues.Number)
        {
            return text.Length == 0 ? "" : Number(text, _formats.Of(cell.StyleIndex?.Value));
        }

        if (type == CellValues.SharedString)
        {
            return int.TryParse(text, CultureInfo.InvariantCulture, out var index) && index < _shared.Length ? _shared[index] : text;
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString?.InnerText ?? "";
        }

        return type == CellValues.Boolean ? (text == "1" ? "true" : "false")
            : type == CellValues.Date && text.Length >= 10 ? text[..10]
            : text;
    }

    private static string Number(string text, CellFormat format)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > MostExact)
        {
            return text;
        }

        return format switch
        {
            CellFormat.Date => Day(number),
            // The shortest decimal that is this number, as the spreadsheet shows it; then exact arithmetic.
            CellFormat.Percent => Plain((decimal)number * 100),
            _ => Plain((decimal)number),
        };
    }

    private static string Day(double number) =>
        number is > 0 and < 2_958_466
            ? DateTime.FromOADate(number) is { TimeOfDay.Ticks: 0 } day
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : DateTime.FromOADate(number).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
            : number.ToString(CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
