namespace Bot.Indicators.Obligations;

/// <summary>On which days the steps of a ladder fall for one deadline; always working days, in the order of the ladder.</summary>
/// <param name="Before">From where steps on and before the deadline count back: the deadline, or the last working day before it where it is
/// none. Null where no deadline is known: then there are none such.</param>
/// <param name="After">From where steps after it count: the day after which the work is overdue.</param>
/// <param name="Calendar">The office's days.</param>
public sealed record LadderDays(DateOnly? Before, DateOnly After, WorkingCalendar Calendar)
{
    /// <summary>The step that fell last on that day or before it; of two that fall together the later of the ladder. Null before the first.</summary>
    public StepDay? LastBy(DateOnly day, Ladder ladder)
    {
        var now = Calendar.Ordinal(day);
        (LadderStep Step, int Rung)? last = null;
        var lastFell = int.MinValue;
        foreach (var step in ladder.Steps)
        {
            if (Start(step) is not { } start || start > now)
            {
                continue;
            }

            var fell = step.RepeatEvery is { } every ? now - (now - start) % every : start;
            if (fell >= lastFell)
            {
                (last, lastFell) = ((step, step.Offset + fell - start), fell);
            }
        }

        return last is { } found ? new StepDay(found.Step, Calendar.Nth(lastFell), found.Rung) : null;
    }

    private int? Start(LadderStep step) => (step.Offset <= 0 ? Before : After) is { } day ? Calendar.Ordinal(day) + step.Offset : null;
}

/// <summary>A step and the day on which it falls.</summary>
/// <param name="Step">The step.</param>
/// <param name="Day">The working day.</param>
/// <param name="Rung">How many working days from the deadline it is: the step's offset, or more where it comes again. Days off that are decided late
/// move the day and not the rung.</param>
public sealed record StepDay(LadderStep Step, DateOnly Day, int Rung);
