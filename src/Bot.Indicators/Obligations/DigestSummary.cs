namespace Bot.Indicators.Obligations;

/// <summary>Where the plans and reports of all units stand on a day: what the inspection team reads each week.</summary>
public sealed record DigestSummary
{
    /// <summary>The day on which it stands so.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Not issued, as a source says, and no deadline is known.</summary>
    public ValueList<ObligationCase> Missing { get; init; }

    /// <summary>Not issued and past the deadline, the longest overdue first.</summary>
    public ValueList<ObligationCase> Overdue { get; init; }

    /// <summary>Not issued and due within ten working days, the next first.</summary>
    public ValueList<ObligationCase> DueSoon { get; init; }

    /// <summary>Marked as issued or asked to be extended, and waiting for an inspector; each stands in its list above as well.</summary>
    public ValueList<ObligationCase> Waiting { get; init; }

    /// <summary>The counts of each unit that stands in a list, the one with the most missing and overdue first.</summary>
    public ValueList<UnitSummary> Units { get; init; }
}

/// <summary>How many plans and reports of one unit stand where.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Missing">Missing without a known deadline.</param>
/// <param name="Overdue">Past the deadline.</param>
/// <param name="DueSoon">Due within ten working days.</param>
/// <param name="Issued">Issued, in time or late, as recorded for periods of the day's year.</param>
public sealed record UnitSummary(OrgUnitCode Unit, int Missing, int Overdue, int DueSoon, int Issued);
