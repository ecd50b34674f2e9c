namespace Bot.Store.Querying;

/// <summary>On which day of the city something was recorded.</summary>
internal static class CityDay
{
    // Asia/Ho_Chi_Minh has no daylight saving.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
