using Bot.Indicators.Obligations;

namespace Bot.Tests.Reminders;

/// <summary>Calendars, ladders and days from numbers; the same for the same number.</summary>
internal static class MadeUp
{
    private static readonly DateOnly First = new(2022, 1, 1);
    private static readonly int Days = new DateOnly(2027, 12, 31).DayNumber - First.DayNumber + 1;

    /// <summary>A day of 2022 to 2027.</summary>
    public static DateOnly Day(int number) => First.AddDays((int)((uint)number % (uint)Days));

    /// <summary>Some days off, some of them many in a row, and some worked weekends.</summary>
    public static WorkingCalendar Calendar(int seed)
    {
        var random = new Random(seed);
        var exceptions = new Dictionary<DateOnly, bool>();
        for (var i = 0; i < 60; i++)
        {
            var start = Day(random.Next());
            for (var run = random.Next(1, 9); run > 0; run--)
            {
                exceptions[start.AddDays(run)] = random.Next(5) == 0;
            }
        }

        return new WorkingCalendar(exceptions);
    }

    /// <summary>One to seven steps, the earliest first, some of them repeated after the deadline.</summary>
    public static Ladder Ladder(int seed)
    {
        var random = new Random(seed);
        int[] offsets = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(-30, 31)).Order()];
        return new Ladder
        {
            Code = "made-up",
            Steps =
            [
                .. offsets.Select(
                    (offset, i) =>
                        new LadderStep
                        {
                            Code = $"s{i}",
                            Offset = offset,
                            RepeatEvery = offset > 0 && random.Next(2) == 0 ? random.Next(1, 8) : null,
                            Audiences = [Audience.Unit],
                            Wording = "overdue",
                        }
                ),
            ],
        };
    }
}
