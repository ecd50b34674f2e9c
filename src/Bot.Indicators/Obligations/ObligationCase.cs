namespace Bot.Indicators.Obligations;

/// <summary>An obligation with all that happened to it: what cards show and the ladder runs on.</summary>
public sealed record ObligationCase
{
    /// <summary>Which one.</summary>
    public required ObligationKey Key { get; init; }

    /// <summary>Its type.</summary>
    public required ObligationType Type { get; init; }

    /// <summary>The obligation as it stands today; its deadline is the extended one where an extension was granted.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>Whether a source or an import says anything of it; false where only the type's rule says that it is owed.</summary>
    public bool IsRecorded => Obligation.Provenance.IsRecorded;

    /// <summary>What happened, the oldest first; the count is the state's version.</summary>
    public ValueList<ObligationEvent> Events { get; init; }

    /// <summary>Counts what happened, withheld or not: a click on a card of an older version changes nothing.</summary>
    public int Version => Events.Count + Withheld;

    /// <summary>Whether there is nothing left to do.</summary>
    public bool IsDone => Obligation.State is ObligationState.Issued or ObligationState.IssuedLate or ObligationState.Waived;

    /// <summary>What waits for an inspector's confirmation; null where nothing does.</summary>
    public ObligationEvent? Marked => IsDone ? null : Open(ObligationStep.Marked, ObligationStep.Confirmed, ObligationStep.Returned);

    /// <summary>What was returned last and not marked again; null where nothing was.</summary>
    public ObligationEvent? Returned => IsDone ? null : Open(ObligationStep.Returned, ObligationStep.Marked, ObligationStep.Confirmed);

    /// <summary>The extension that waits for an inspector; null where none does.</summary>
    public ObligationEvent? ExtensionAsked =>
        IsDone ? null : Open(ObligationStep.ExtensionRequested, ObligationStep.ExtensionGranted, ObligationStep.ExtensionRefused);

    /// <summary>The extension in force; null where none was granted.</summary>
    public ObligationEvent? Extension => Events.LastOrDefault(e => e.Step == ObligationStep.ExtensionGranted);

    /// <summary>The last snooze; null where there was none.</summary>
    public ObligationEvent? Snooze => Events.LastOrDefault(e => e.Step == ObligationStep.Snoozed);

    /// <summary>Who has acknowledged it, the last first.</summary>
    public IEnumerable<ObligationEvent> Acknowledgements => Events.Where(e => e.Step == ObligationStep.Acknowledged).Reverse();

    private int Withheld { get; init; }

    /// <summary>
    /// What everybody may see of it: an inspector's decisions. What was reported, asked for or returned, and who did what, is between the unit
    /// and the inspection team.
    /// </summary>
    public ObligationCase DecisionsOnly()
    {
        ValueList<ObligationEvent> decided =
        [
            .. Events
                .Where(e => e.Step is ObligationStep.Confirmed or ObligationStep.ExtensionGranted)
                .Select(e => e with { By = "", Reason = null }),
        ];
        return this with { Events = decided, Withheld = Version - decided.Count };
    }

    private ObligationEvent? Open(ObligationStep step, params ReadOnlySpan<ObligationStep> endedBy)
    {
        for (var i = Events.Count - 1; i >= 0; i--)
        {
            if (Events[i].Step == step)
            {
                return Events[i];
            }

            if (endedBy.Contains(Events[i].Step))
            {
                return null;
            }
        }

        return null;
    }
}
