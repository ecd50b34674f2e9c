using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;

namespace Bot.Reminders.Policies;

/// <summary>The hours of a working day outside which nobody is written to.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The moment from which on it waits for the next working day.</param>
public sealed record SendingHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>The first moment from <paramref name="now"/> on in which something may go out.</summary>
    public DateTimeOffset Next(DateTimeOffset now, WorkingCalendar calendar)
    {
        var local = CityDay.Local(now);
        var (day, hour) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromTimeSpan(local.TimeOfDay));
        if (!calendar.IsWorkingDay(day) || hour >= Until)
        {
            return CityDay.At(calendar.OnOrAfter(day.AddDays(1)), From);
        }

        return hour < From ? CityDay.At(day, From) : now;
    }
}
