using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Indicators.Obligations;

namespace Bot.Reminders.Actions;

/// <summary>A click on an obligation's card. All of it is the client's word and gives no rights.</summary>
public sealed record ObligationClick
{
    /// <summary>What shall be done; null where the card shall only be shown.</summary>
    public required ObligationAction? Action { get; init; }

    /// <summary>The obligation's key; null where none was named.</summary>
    public string? Obligation { get; init; }

    /// <summary>How much had happened when the card was drawn; null where it was not said.</summary>
    public int? Version { get; init; }

    /// <summary>The card of several that it was opened from; null where there is none.</summary>
    public CaseList? Among { get; init; }

    /// <summary>The notice that the card came with; null where it was none.</summary>
    public Occasion? Occasion { get; init; }

    /// <summary>Whether the card is a posted notice, was opened from one, or is kept up to date like one.</summary>
    public bool IsPosted { get; init; }

    /// <summary>What was typed, by field.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }
}

/// <summary>What a click is answered with.</summary>
/// <param name="Message">The card that now is right.</param>
/// <param name="End">What became of the click.</param>
public sealed record ClickAnswer(CardMessage Message, ClickEnd End)
{
    /// <summary>What is said where the notice that was clicked changes before the reader's eyes; null where none does.</summary>
    public CardMessage? BesideTheNotice { get; init; }
}

/// <summary>What became of a click.</summary>
public enum ClickEnd
{
    /// <summary>It was done, or shown.</summary>
    Done,

    /// <summary>Something is to be typed first.</summary>
    Asked,

    /// <summary>Nothing was changed: the card was outdated.</summary>
    Outdated,

    /// <summary>Nothing was changed: it is about nothing that is owed, or about a state that never was.</summary>
    OfNoCard,

    /// <summary>The person may not do it.</summary>
    Denied,
}
