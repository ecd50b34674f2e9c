using System.Diagnostics;
using System.Globalization;

namespace Bot.Cards.Formats;

/// <summary>How periods are called: <c>quý I/2023</c>, <c>6 tháng đầu năm 2023</c>; <c>Q1 2023</c>, <c>first half of 2023</c>.</summary>
internal static class PeriodNames
{
    private static readonly string[] Roman = ["", "I", "II", "III", "IV"];

    /// <summary>The period within a sentence; a day without the word for day.</summary>
    public static string Of(Period period, Wording words) =>
        period.Kind switch
        {
            PeriodKind.Year => words.Say("period.year", Year(period.First)),
            PeriodKind.Half => words.Say(period.Number == 1 ? "period.half.first" : "period.half.second", Year(period.First)),
            PeriodKind.Quarter => words.Say("period.quarter", Quarter(period, words.Language), Year(period.First)),
            PeriodKind.Month => words.Say("period.month", Dates.Month(period.First, words.Language)),
            PeriodKind.Day => Dates.Of(period.First, words.Language),
            PeriodKind.SpanOfYears => words.Say("period.years", Year(period.First), Year(period.Last)),
            PeriodKind.SpanOfMonths when period.First.Month == 1 && period.First.Year == period.Last.Year => words.Say(
                "period.months.first",
                words.Number(period.Last.Month),
                Year(period.Last)
            ),
            PeriodKind.SpanOfMonths => words.Say(
                "period.months",
                Dates.Month(period.First, words.Language),
                Dates.Month(period.Last, words.Language)
            ),
            _ => throw new UnreachableException(period.Kind.ToString()),
        };

    /// <summary>The period as it follows a unit's name: a day with the word for day.</summary>
    public static string When(Period period, Wording words) =>
        period.Kind == PeriodKind.Day ? words.Say("period.day", Of(period, words)) : Of(period, words);

    /// <summary>A few letters for the axis of a chart: <c>IV/24</c>.</summary>
    public static string Short(Period period, Wording words) =>
        period.Kind switch
        {
            PeriodKind.Year => Year(period.First),
            PeriodKind.Half => words.Say(
                period.Number == 1 ? "period.half.first.short" : "period.half.second.short",
                Year(period.First)[2..]
            ),
            PeriodKind.Quarter => words.Say("period.quarter.short", Quarter(period, words.Language), Year(period.First)[2..]),
            PeriodKind.Month => period.First.ToString("M/yy", CultureInfo.InvariantCulture),
            PeriodKind.Day => period.First.ToString("d/M/yy", CultureInfo.InvariantCulture),
            _ => $"{period.First.ToString("yy", CultureInfo.InvariantCulture)}–{period.Last.ToString("yy", CultureInfo.InvariantCulture)}",
        };

    private static string Quarter(Period period, Language language) =>
        language == Language.English ? period.Number.ToString(CultureInfo.InvariantCulture) : Roman[period.Number];

    private static string Year(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);
}
