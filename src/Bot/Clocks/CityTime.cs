namespace Bot.Clocks;

/// <summary>The one definition of "today": Vietnam's time zone, UTC+7 without daylight saving.</summary>
internal static class CityTime
{
    // A machine without time zone data has the same zone all the same.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Ho_Chi_Minh", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), null, null);

    extension(TimeProvider clock)
    {
        public DateTimeOffset InCity() => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

        public DateOnly Today => DateOnly.FromDateTime(clock.InCity().DateTime);
    }
}
