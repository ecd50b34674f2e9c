using System.Globalization;

namespace Bot.Cards.Formats;

/// <summary>How numbers are written: <c>1.234,5</c> in Vietnamese, <c>1,234.5</c> in English; exactly as stored, never rounded.</summary>
internal static class NumberFormats
{
    private static readonly NumberFormatInfo Vietnamese = Separated(",", ".");
    private static readonly NumberFormatInfo English = Separated(".", ",");

    /// <summary>The number with as many decimals as it has, or more where a column needs them.</summary>
    public static string Of(Amount amount, Language language, int decimals = 0) =>
        amount.ToString(Format(Math.Max(amount.Decimals, decimals)), In(language));

    /// <summary>The number with its sign; zero has none.</summary>
    public static string Signed(Amount amount, Language language, int decimals = 0) =>
        (amount.Sign > 0 ? "+" : "") + Of(amount, language, decimals);

    /// <summary>A count.</summary>
    public static string Of(int count, Language language) => count.ToString("N0", In(language));

    /// <summary>A number that the asker typed as a limit; it is no figure.</summary>
    public static string Typed(decimal limit, Language language) => limit.ToString("#,0.############", In(language));

    private static string Format(int decimals) => "N" + decimals.ToString(CultureInfo.InvariantCulture);

    private static NumberFormatInfo In(Language language) => language == Language.English ? English : Vietnamese;

    private static NumberFormatInfo Separated(string point, string groups) =>
        new()
        {
            NumberDecimalSeparator = point,
            NumberGroupSeparator = groups,
            NumberGroupSizes = [3],
            NegativeSign = "\u2212",
            NumberNegativePattern = 1,
        };
}
