using System.Collections.Frozen;

namespace Bot.Indicators.Obligations;

/// <summary>
/// The office's days: Monday to Friday without public holidays, and the Saturdays that are worked instead. Days off are decided
/// each year, so they are data and never computed.
/// </summary>
public sealed class WorkingCalendar
{
    private const int PublicHolidays = 11;

    private readonly FrozenDictionary<DateOnly, bool> _exceptions;
    private readonly int[] _exceptionDays;
    private readonly int[] _addedUpTo;

    /// <summary>Takes the exceptions: true for a worked weekend day, false for a day off.</summary>
    public WorkingCalendar(IEnumerable<KeyValuePair<DateOnly, bool>> exceptions)
    {
        _exceptions = exceptions.ToFrozenDictionary();
        var sorted = _exceptions.OrderBy(e => e.Key).ToArray();
        _exceptionDays = [.. sorted.Select(e => e.Key.DayNumber)];
        _addedUpTo = new int[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            var (day, works) = sorted[i];
            _addedUpTo[i + 1] = _addedUpTo[i] + (works ? 1 : 0) - (IsWeekend(day) ? 0 : 1);
        }
    }

    /// <summary>
    /// Whether all public holidays of a year are in it. There are eleven (Labour Code 2019, article 112), and one on a weekend is made up on a
    /// working day (article 111.3): a year with fewer days off counts days as worked that will not be.
    /// </summary>
    public bool IsComplete(int year) =>
        _exceptions.Count(exception => exception.Key.Year == year && !exception.Value && !IsWeekend(exception.Key)) >= PublicHolidays;

    /// <summary>Whether offices are open on that day.</summary>
    public bool IsWorkingDay(DateOnly day) => _exceptions.TryGetValue(day, out var works) ? works : !IsWeekend(day);

    /// <summary>The day itself where it is worked, otherwise the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : Nth(Ordinal(day) + 1);

    /// <summary>The day itself where it is worked, otherwise the last before it that is.</summary>
    public DateOnly OnOrBefore(DateOnly day) => Nth(Ordinal(day));

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative the other way round.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => Ordinal(to) - Ordinal(from);

    /// <summary>How many working days there were up to and with that day, counted from one long past: the difference of two counts those between.</summary>
    public int Ordinal(DateOnly day)
    {
        // Day 0 of the calendar, 1 January of the year 1, is a Monday.
        var (weeks, rest) = Math.DivRem(day.DayNumber + 1, 7);
        var place = Array.BinarySearch(_exceptionDays, day.DayNumber);
        return weeks * 5 + Math.Min(rest, 5) + _addedUpTo[place >= 0 ? place + 1 : ~place];
    }

    /// <summary>The working day of that count; the calendar's first or last day where it has no such.</summary>
    public DateOnly Nth(int ordinal)
    {
        var (first, last) = (DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        while (first < last)
        {
            var middle = first + (last - first) / 2;
            (first, last) = Ordinal(DateOnly.FromDayNumber(middle)) < ordinal ? (middle + 1, last) : (first, middle);
        }

        return DateOnly.FromDayNumber(first);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
