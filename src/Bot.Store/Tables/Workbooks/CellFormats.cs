using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Store.Tables.Workbooks;

/// <summary>What a number in a cell is, by its format (ECMA-376, part 1, 18.8.30).</summary>
internal enum CellFormat
{
    Number,
    Percent,
    Date,
}

/// <summary>The formats of a workbook by style.</summary>
internal sealed partial class CellFormats
{
    private readonly CellFormat[] _byStyle;

    public CellFormats(Stylesheet? styles)
    {
        var codes =
            styles?.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "")
            ?? [];
        _byStyle =
        [
            .. styles
                ?.CellFormats?.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>()
                .Select(style => Of(style.NumberFormatId?.Value ?? 0, codes))
                ?? [],
        ];
    }

    public CellFormat Of(uint? style) => style is { } index && index < _byStyle.Length ? _byStyle[index] : CellFormat.Number;

    private static CellFormat Of(uint id, Dictionary<uint, string> codes) =>
        id switch
        {
            9 or 10 => CellFormat.Percent,
            >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 => CellFormat.Date,
            _ when codes.TryGetValue(id, out var code) => Of(code),
            _ => CellFormat.Number,
        };

    private static CellFormat Of(string code)
    {
        // Words in quotes, escaped signs and colours are shown as they are and say nothing of the number.
        var signs = Literals().Replace(code, "");
        return signs.Contains('%', StringComparison.Ordinal) ? CellFormat.Percent
            : DateSigns().IsMatch(signs) ? CellFormat.Date
            : CellFormat.Number;
    }

    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();

    [GeneratedRegex("[dmyhs]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateSigns();
}
