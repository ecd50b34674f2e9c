using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>An obligation as one reader gets it: what happened, and what that reader may do now. Decided outside; a card only shows it.</summary>
public sealed record CaseView
{
    /// <summary>The obligation as it stands.</summary>
    public required ObligationCase Case { get; init; }

    /// <summary>Who reads it; null for a channel or a guest.</summary>
    public Contact? Reader { get; init; }

    /// <summary>What the state and the reader's rights allow, the most likely first.</summary>
    public ValueList<ObligationAction> Offers { get; init; }

    /// <summary>The people of its events, by user principal name.</summary>
    public required IReadOnlyDictionary<string, Contact> People { get; init; }

    /// <summary>The card of several that this one was opened from; null where it stood alone.</summary>
    public CaseList? Among { get; init; }

    /// <summary>Why the notice came; null where the card answers a click.</summary>
    public Occasion? Occasion { get; init; }

    /// <summary>The reminders before and after; null where the card says nothing of them.</summary>
    public ReminderTrail? Trail { get; init; }

    /// <summary>Whether the card is a posted notice, was opened from one, or is kept up to date like one: what happens is shown in its own place.</summary>
    public bool IsPosted { get; init; }

    /// <summary>Said above the card, for instance that the click came too late; a key of the strings.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the reader is an official of the unit that owes it.</summary>
    public bool IsOwnUnit => Reader?.Unit == Case.Key.Unit && Reader.Role == Role.Official;
}

/// <summary>The reminder that a card came with.</summary>
/// <param name="Day">The day for which it was planned.</param>
/// <param name="Wording">Which step of the ladder speaks, for instance <c>overdue</c>; <c>asked</c> where a person asked for it.</param>
/// <param name="LateBy">Working days by which it comes late; 0 on time.</param>
public sealed record Occasion(DateOnly Day, string Wording, int LateBy = 0);
