namespace Bot.Indicators.Periods;

/// <summary>Days and hours of the city: Asia/Ho_Chi_Minh, UTC+7 without daylight saving.</summary>
public static class CityDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The time zone; a machine without time zone data has the same one all the same.</summary>
    public static TimeZoneInfo Zone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Ho_Chi_Minh", out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", Offset, null, null);

    /// <summary>The day that an instant falls on.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The instant in the city's time.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The instant of a day's hour.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour) => new(day.ToDateTime(hour), Offset);
}
