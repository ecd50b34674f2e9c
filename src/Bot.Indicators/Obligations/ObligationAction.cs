namespace Bot.Indicators.Obligations;

/// <summary>What a person can do about an obligation.</summary>
public enum ObligationAction
{
    /// <summary>Say that it was seen.</summary>
    Acknowledge,

    /// <summary>Say that it was issued, with number and day.</summary>
    MarkIssued,

    /// <summary>Confirm what was marked.</summary>
    Confirm,

    /// <summary>Return what was marked, with a reason.</summary>
    Return,

    /// <summary>Ask to be reminded later.</summary>
    Snooze,

    /// <summary>Ask for a later deadline.</summary>
    RequestExtension,

    /// <summary>Grant a later deadline.</summary>
    GrantExtension,

    /// <summary>Refuse a later deadline.</summary>
    RefuseExtension,

    /// <summary>Ask why a notice of it came.</summary>
    Why,
}
