using Bot.Indicators.Periods;
using Bot.Indicators.Results;

namespace Bot.Indicators.Obligations;

/// <summary>A plan or report that one unit owes for one period.</summary>
public sealed record Obligation
{
    /// <summary>The unit that owes it.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>What it owes.</summary>
    public required ObligationTypeCode Type { get; init; }

    /// <summary>For which period.</summary>
    public required Period Period { get; init; }

    /// <summary>The state on the day that the question was asked.</summary>
    public required ObligationState State { get; init; }

    /// <summary>The last day to issue it; null where none is known.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>The last day as the record or the type's rule sets it, where the deadline is the next working day after it; the calendar does not move it.</summary>
    public DateOnly? LegalDeadline { get; init; }

    /// <summary>Working days past the deadline (overdue, or issued late); null otherwise.</summary>
    public int? WorkingDaysLate { get; init; }

    /// <summary>Working days until the deadline while it is not issued; null otherwise.</summary>
    public int? WorkingDaysLeft { get; init; }

    /// <summary>Number and sign of the issued document; null where none is recorded.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The day of the issued document; null where none is recorded.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>What the record says besides; empty where nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the record comes from; nowhere where only the type's rule says that it is owed.</summary>
    public required Provenance Provenance { get; init; }
}
