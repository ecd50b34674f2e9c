using Bot.Indicators.Periods;

namespace Bot.Clocks;

/// <summary>The one definition of "today": the day of the city.</summary>
internal static class CityTime
{
    extension(TimeProvider clock)
    {
        public DateTimeOffset InCity() => CityDay.Local(clock.GetUtcNow());

        public DateOnly Today => CityDay.Of(clock.GetUtcNow());
    }
}
