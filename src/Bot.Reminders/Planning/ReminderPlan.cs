using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Store.Notices;

namespace Bot.Reminders.Planning;

/// <summary>What a day's reminders are, before or after they were written down.</summary>
public sealed record ReminderPlan
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether offices are open on it; nothing is planned where they are not.</summary>
    public required bool IsWorkingDay { get; init; }

    /// <summary>The obligations that open with it.</summary>
    public ValueList<OpenedLadder> Opened { get; init; }

    /// <summary>One card for each recipient; suppressed ones say why.</summary>
    public ValueList<PlannedNotice> Notices { get; init; }

    /// <summary>Who had as many cards on that day as the policy allows: the rest comes with the next planning.</summary>
    public ValueList<string> Held { get; init; }

    /// <summary>The years, as far as ladders look ahead, of which the calendar lacks days off: then steps may fall on days on which nobody works.</summary>
    public ValueList<int> IncompleteYears { get; init; }

    /// <summary>The obligations of which nobody can be told, neither unit nor inspection team.</summary>
    public ValueList<ObligationKey> Unheard { get; init; }
}
