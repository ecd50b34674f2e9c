using System.Globalization;

namespace Bot.Cards.Formats;

/// <summary>How days are written: <c>28/03/2023</c> in Vietnamese, <c>28 March 2023</c> in English.</summary>
internal static class Dates
{
    /// <summary>The day.</summary>
    public static string Of(DateOnly day, Language language) =>
        day.ToString(language == Language.English ? "d MMMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day where the year is known: <c>28/03</c>, <c>28 March</c>.</summary>
    public static string InYear(DateOnly day, Language language) =>
        day.ToString(language == Language.English ? "d MMMM" : "dd/MM", CultureInfo.InvariantCulture);

    /// <summary>The time of the day in the city, without the day.</summary>
    public static string Time(DateTimeOffset moment) => CityDay.Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The month: <c>3/2023</c> in Vietnamese, <c>March 2023</c> in English.</summary>
    public static string Month(DateOnly day, Language language) =>
        day.ToString(language == Language.English ? "MMMM yyyy" : "M/yyyy", CultureInfo.InvariantCulture);
}
