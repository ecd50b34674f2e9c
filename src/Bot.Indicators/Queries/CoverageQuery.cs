using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>Who has reported an indicator, or which indicators a unit has reported.</summary>
public sealed record CoverageQuery : StoreQuery
{
    /// <summary>The indicator; null for all of the units.</summary>
    public IndicatorCode? Indicator { get; init; }

    /// <summary>The units.</summary>
    public UnitSet Units { get; init; } = UnitSet.All;

    /// <summary>The period; null takes the newest, and the answer says which.</summary>
    public Period? Period { get; init; }

    /// <inheritdoc />
    public override string Kind => "coverage";

    internal override void Write(QueryWriter writer) =>
        writer.Slot("indicator", Indicator).Slot("units", Units == UnitSet.All ? null : Units.ToString()).Slot("period", Period);

    internal static Query Read(QuerySlots slots) =>
        new CoverageQuery
        {
            Indicator = slots.OptionalIndicator("indicator"),
            Units = slots.Units("units"),
            Period = slots.Period("period"),
        };
}
