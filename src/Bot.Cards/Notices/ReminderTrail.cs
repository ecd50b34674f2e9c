using Bot.Indicators.Contacts;

namespace Bot.Cards.Notices;

/// <summary>What was and what will be sent about an obligation beside this card: every reader sees who else is told, and when again.</summary>
public sealed record ReminderTrail
{
    /// <summary>The earlier days for which a reminder arrived with anybody, the oldest first.</summary>
    public ValueList<DateOnly> Days { get; init; }

    /// <summary>The unit's officials who get this reminder beside the reader.</summary>
    public ValueList<Contact> Officials { get; init; }

    /// <summary>Whether members of the inspection team get it beside the reader.</summary>
    public bool Inspectors { get; init; }

    /// <summary>Whether a channel of the inspection team gets it beside the reader.</summary>
    public bool Channel { get; init; }

    /// <summary>When the reader gets the next one if nothing is done; null for none.</summary>
    public DateOnly? Next { get; init; }
}
