namespace Bot.Indicators;

/// <summary>Where an observation stands on its way to being used; only approved ones answer questions.</summary>
public enum ObservationStatus
{
    /// <summary>Entered or extracted, waiting for an inspector.</summary>
    Proposed,

    /// <summary>Approved by an inspector; it answers questions.</summary>
    Approved,

    /// <summary>Refused or withdrawn; kept in the history.</summary>
    Rejected,
}
