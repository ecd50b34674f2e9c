using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;

namespace Bot.Reminders.Policies;

/// <summary>When, how often and whom to remind: what the policy file says.</summary>
public sealed record ReminderPolicy
{
    /// <summary>The ladders, in the order of the file.</summary>
    public required ValueList<Ladder> Ladders { get; init; }

    /// <summary>The hours of a working day in which notices go out by themselves.</summary>
    public required SendingHours Hours { get; init; }

    /// <summary>How many reminder cards a person gets on one day; what is more waits for the next working day.</summary>
    public required int CardsPerDay { get; init; }

    /// <summary>The weekday of the inspection team's digest; in a week where it is no working day, the next that is.</summary>
    public required DayOfWeek DigestOn { get; init; }

    /// <summary>For which days reports count.</summary>
    public required ReportingCalendar Reporting { get; init; }

    /// <summary>The ladder for an obligation of that type that opens on that day: one that names the type before one for all; null for none.</summary>
    public Ladder? LadderFor(ObligationTypeCode type, DateOnly day)
    {
        var valid = Ladders.Where(ladder =>
            (ladder.ValidFrom is not { } from || from <= day) && (ladder.ValidTo is not { } to || day <= to)
        );
        return valid.FirstOrDefault(ladder => ladder.Types.Contains(type.Value)) ?? valid.FirstOrDefault(ladder => ladder.Types.IsEmpty);
    }
}
