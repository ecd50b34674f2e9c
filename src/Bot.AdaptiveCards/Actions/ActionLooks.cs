namespace Bot.AdaptiveCards.Actions;

/// <summary>How much a button stands out.</summary>
public enum ActionStyle
{
    /// <summary>Like the others.</summary>
    Default,

    /// <summary>The one that most will want.</summary>
    Positive,

    /// <summary>Takes something away.</summary>
    Destructive,
}

/// <summary>Where a button stands.</summary>
public enum ActionMode
{
    /// <summary>On the card.</summary>
    Primary,

    /// <summary>Behind the three dots.</summary>
    Secondary,
}

/// <summary>Whether inputs go along with a click.</summary>
public enum AssociatedInputs
{
    /// <summary>They do, and are checked first.</summary>
    Auto,

    /// <summary>They do not: a button that goes back.</summary>
    None,
}
