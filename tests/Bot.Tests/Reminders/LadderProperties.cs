using Bot.Indicators.Obligations;
using FsCheck.Xunit;

namespace Bot.Tests.Reminders;

/// <summary>Ladders run day by day over 2022 to 2027, with and without days on which nobody planned.</summary>
public sealed class LadderProperties
{
    [Property(MaxTest = 300)]
    public void Each_step_fires_on_its_own_working_day_once_and_in_order(int seed, int deadline)
    {
        var (calendar, ladder, day) = (MadeUp.Calendar(seed), MadeUp.Ladder(seed), MadeUp.Day(deadline));
        var days = new LadderDays(calendar.OnOrBefore(day), day, calendar);
        var fired = Fire(days, ladder, day, _ => true);
        Assert.All(fired, f => Assert.Equal(f.On, f.Fell.Day));
        Assert.All(fired, f => Assert.True(calendar.IsWorkingDay(f.Fell.Day)));
        Assert.Equal(fired.Count, fired.Select(f => f.Fell).Distinct().Count());
        Assert.Equal(fired.Select(f => f.Fell.Day).Order(), fired.Select(f => f.Fell.Day));
        Assert.Equal(ByHand(ladder, day, calendar), fired.Select(f => f.Fell.Day));
    }

    [Property(MaxTest = 300)]
    public void What_was_missed_comes_once_late_and_never_early(int seed, int deadline)
    {
        var (calendar, ladder, day) = (MadeUp.Calendar(seed), MadeUp.Ladder(seed), MadeUp.Day(deadline));
        var days = new LadderDays(calendar.OnOrBefore(day), day, calendar);
        var random = new Random(seed);
        var fired = Fire(days, ladder, day, _ => random.Next(3) == 0);
        Assert.All(fired, f => Assert.True(f.Fell.Day <= f.On));
        Assert.All(fired, f => Assert.True(calendar.IsWorkingDay(f.Fell.Day)));
        Assert.Equal(fired.Count, fired.Select(f => f.Fell).Distinct().Count());
        Assert.Equal(fired.Select(f => f.Fell.Day).Order(), fired.Select(f => f.Fell.Day));
    }

    [Fact]
    public void Without_a_known_deadline_only_steps_after_it_fire()
    {
        var calendar = new WorkingCalendar([]);
        var ladder = MadeUp.Ladder(1) with { Steps = [Step("before", -3), Step("on", 0), Step("after", 1)] };
        var days = new LadderDays(null, new DateOnly(2023, 3, 31), calendar);
        Assert.Null(days.LastBy(new DateOnly(2023, 3, 31), ladder));
        Assert.Equal(new DateOnly(2023, 4, 3), days.LastBy(new DateOnly(2023, 4, 5), ladder)?.Day);
    }

    private static LadderStep Step(string code, int offset) =>
        new()
        {
            Code = code,
            Offset = offset,
            Audiences = [Audience.Unit],
            Wording = "overdue",
        };

    private static List<(DateOnly On, StepDay Fell)> Fire(LadderDays days, Ladder ladder, DateOnly deadline, Func<DateOnly, bool> plans)
    {
        List<(DateOnly, StepDay)> fired = [];
        var known = new HashSet<StepDay>();
        for (var day = deadline.AddDays(-90); day < deadline.AddDays(120); day = day.AddDays(1))
        {
            if (days.Calendar.IsWorkingDay(day) && plans(day) && days.LastBy(day, ladder) is { } fell && known.Add(fell))
            {
                fired.Add((day, fell));
            }
        }

        return fired;
    }

    // Every working day is walked and counted; of steps that fall together one fires.
    private static IEnumerable<DateOnly> ByHand(Ladder ladder, DateOnly deadline, WorkingCalendar calendar)
    {
        for (var day = deadline.AddDays(-90); day < deadline.AddDays(120); day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) && ladder.Steps.Any(step => Falls(step, day, deadline, calendar)))
            {
                yield return day;
            }
        }
    }

    private static bool Falls(LadderStep step, DateOnly day, DateOnly deadline, WorkingCalendar calendar)
    {
        var from = deadline;
        while (step.Offset <= 0 && !calendar.IsWorkingDay(from))
        {
            from = from.AddDays(-1);
        }

        var passed = 0;
        for (var walked = from; walked < day; )
        {
            walked = walked.AddDays(1);
            passed += calendar.IsWorkingDay(walked) ? 1 : 0;
        }

        for (var walked = from; walked > day; walked = walked.AddDays(-1))
        {
            passed -= calendar.IsWorkingDay(walked) ? 1 : 0;
        }

        return passed == step.Offset || step.RepeatEvery is { } every && passed > step.Offset && (passed - step.Offset) % every == 0;
    }
}
