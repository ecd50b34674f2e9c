using System.Collections.Frozen;

namespace Bot.Indicators.Obligations;

/// <summary>
/// The office's days: Monday to Friday without public holidays, and the Saturdays that are worked instead. Days off are decided
/// each year, so they are data and never computed.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, bool> _exceptions;

    /// <summary>Takes the exceptions: true for a worked weekend day, false for a day off.</summary>
    public WorkingCalendar(IEnumerable<KeyValuePair<DateOnly, bool>> exceptions) => _exceptions = exceptions.ToFrozenDictionary();

    /// <summary>Whether offices are open on that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        _exceptions.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself where it is worked, otherwise the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative the other way round.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
