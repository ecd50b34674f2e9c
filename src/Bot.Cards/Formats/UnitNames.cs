namespace Bot.Cards.Formats;

/// <summary>How units of measure are written behind a number. A code that is not known here is left out, never shown.</summary>
internal static class UnitNames
{
    /// <summary>The number with its unit: <c>85,5%</c>, <c>86,4 điểm</c>, <c>thứ 3</c>.</summary>
    public static string With(string number, MeasureUnit measure, Wording words) =>
        words.Has("measure." + measure.Code) ? words.Say("measure." + measure.Code, number) : number;

    /// <summary>A difference with its unit; percentages differ in percentage points, places in places.</summary>
    public static string Difference(string number, MeasureUnit measure, Wording words) =>
        Key("difference." + measure.Code, number, words) is { } key ? words.Say(key, number) : With(number, measure, words);

    private static string? Key(string key, string number, Wording words) =>
        !words.Has(key) ? null
        : number == "1" && words.Has(key + ".one") ? key + ".one"
        : key;
}
