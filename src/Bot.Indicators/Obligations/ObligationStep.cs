namespace Bot.Indicators.Obligations;

/// <summary>What happened to an obligation.</summary>
public enum ObligationStep
{
    /// <summary>Somebody who answers for it has seen it.</summary>
    Acknowledged,

    /// <summary>Its unit says that it was issued, with number and day; an inspector has not confirmed it yet.</summary>
    Marked,

    /// <summary>An inspector confirmed what was marked: from then on it is issued.</summary>
    Confirmed,

    /// <summary>An inspector returned what was marked, with a reason.</summary>
    Returned,

    /// <summary>The unit wishes the present reminder later.</summary>
    Snoozed,

    /// <summary>The unit asked for a later deadline.</summary>
    ExtensionRequested,

    /// <summary>An inspector granted a later deadline.</summary>
    ExtensionGranted,

    /// <summary>An inspector refused a later deadline.</summary>
    ExtensionRefused,
}
