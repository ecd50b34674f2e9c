using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>Units whose figure holds against a number or against their target.</summary>
public sealed record FilterQuery : FigureQuery
{
    /// <summary>What is asked for.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The units.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The basis; null takes the one that has figures, and asks or says so where there are several.</summary>
    public BasisCode? Basis { get; init; }

    /// <summary>The period; null takes the newest, and the answer says which.</summary>
    public Period? Period { get; init; }

    /// <summary>The number and how it is held against; null where the target is the measure.</summary>
    public Claim? Threshold { get; init; }

    /// <summary>Without a threshold: true for those that meet their target, false for those that do not.</summary>
    public bool MeetsTarget { get; init; } = true;

    /// <inheritdoc />
    public override string Kind => "filter";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("indicator", Indicator)
            .Slot("units", Units.ToString())
            .Slot("basis", Basis)
            .Slot("period", Period)
            .Slot("against", Threshold?.ToString() ?? (MeetsTarget ? "met" : "missed"))
            .Slot("known", KnownOn);

    internal static Query Read(QuerySlots slots) =>
        new FilterQuery
        {
            Indicator = slots.Indicator("indicator"),
            Units = slots.Units("units"),
            Basis = slots.Basis("basis", slots.Indicator("indicator")),
            Period = slots.Period("period"),
            Threshold = slots.Word("against", "met", "missed") is null ? slots.Claim("against") : null,
            MeetsTarget = slots.Word("against", "met", "missed") != "missed",
            KnownOn = slots.Day("known"),
        };
}
