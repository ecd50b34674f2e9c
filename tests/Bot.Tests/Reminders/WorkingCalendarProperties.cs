using Bot.Indicators.Obligations;
using Bot.Testing;
using FsCheck.Xunit;

namespace Bot.Tests.Reminders;

public sealed class WorkingCalendarProperties
{
    [Theory]
    [InlineData(2023, true)]
    [InlineData(2026, true)]
    [InlineData(2027, false)]
    [InlineData(2028, false)]
    public async Task A_year_whose_days_off_are_not_all_decided_is_incomplete(int year, bool isComplete)
    {
        await using var store = await TestStore.CreateAsync();
        Assert.Equal(isComplete, store.Catalogue.Calendar.IsComplete(year));
    }

    [Property]
    public bool Days_are_counted_as_by_hand(int seed, int from, int to)
    {
        var (calendar, first, last) = (MadeUp.Calendar(seed), MadeUp.Day(from), MadeUp.Day(to));
        var (low, high) = first <= last ? (first, last) : (last, first);
        var counted = 0;
        for (var day = low.AddDays(1); day <= high; day = day.AddDays(1))
        {
            counted += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return calendar.WorkingDaysBetween(first, last) == (first <= last ? counted : -counted);
    }

    [Property]
    public bool The_nearest_working_days_are_found(int seed, int number)
    {
        var (calendar, day) = (MadeUp.Calendar(seed), MadeUp.Day(number));
        var (before, after) = (day, day);
        while (!calendar.IsWorkingDay(before))
        {
            before = before.AddDays(-1);
        }

        while (!calendar.IsWorkingDay(after))
        {
            after = after.AddDays(1);
        }

        return calendar.OnOrBefore(day) == before && calendar.OnOrAfter(day) == after;
    }

    [Theory]
    [InlineData(false, "2023-05-03")]
    [InlineData(false, "2023-01-28")]
    [InlineData(true, "2024-05-04")]
    [InlineData(true, "2023-04-03")]
    public void Exceptions_count_both_ways(bool works, string day) =>
        Assert.Equal(
            works,
            new WorkingCalendar([new(new DateOnly(2023, 5, 3), false), new(new DateOnly(2024, 5, 4), true)]).IsWorkingDay(
                DateOnly.Parse(day, null)
            )
        );
}
