using System.Globalization;

namespace Bot.Store.Tables.Definitions;

/// <summary>Values as cells write them.</summary>
internal static class CellText
{
    public static string Cell(this DateOnly? day) => day is { } d ? d.Cell() : "";

    public static string Cell(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Cell(this decimal? number) => number is { } n ? n.Cell() : "";

    /// <summary>Without trailing zeros: 80.0 and 80 are the same cell.</summary>
    public static string Cell(this decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Cell<T>(this T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
