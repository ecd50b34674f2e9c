using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>An obligation as it is recorded; the state is computed for the day of the question.</summary>
internal sealed record RecordedObligation
{
    public required OrgUnitCode Unit { get; init; }

    public required ObligationType Type { get; init; }

    public required Period Period { get; init; }

    /// <summary>Its own deadline; null where the type's rule holds.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary><c>issued</c>, <c>missing</c>, <c>waived</c> or empty.</summary>
    public required string Status { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string Note { get; init; } = "";

    public required Provenance Provenance { get; init; }

    public ObligationKey Key => new(Unit, Type.Code, Period);

    /// <summary>One of which nothing is recorded: its type's rule says that it is owed.</summary>
    public static RecordedObligation ByRule(ObligationKey key, ObligationType type) =>
        new()
        {
            Unit = key.Unit,
            Type = type,
            Period = key.Period,
            Status = "",
            Provenance = Provenance.None,
        };
}
