using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>What must be reached, and how far from it the units are.</summary>
public sealed record TargetQuery : FigureQuery
{
    /// <summary>What is asked for; empty takes all that have targets.</summary>
    public ValueList<IndicatorCode> Indicators { get; init; }

    /// <summary>The units.</summary>
    public UnitSet Units { get; init; } = UnitSet.All;

    /// <summary>The bases; empty takes all, each shown on its own.</summary>
    public ValueList<BasisCode> Bases { get; init; }

    /// <summary>The period; null takes the newest, and the answer says which.</summary>
    public Period? Period { get; init; }

    /// <inheritdoc />
    public override string Kind => "target";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("indicator", Indicators)
            .Slot("units", Units == UnitSet.All ? null : Units.ToString())
            .Slot("basis", Bases)
            .Slot("period", Period)
            .Slot("known", KnownOn);

    internal static Query Read(QuerySlots slots) =>
        new TargetQuery
        {
            Indicators = slots.Indicators("indicator"),
            Units = slots.Units("units"),
            Bases = slots.Bases("basis", slots.Indicators("indicator")),
            Period = slots.Period("period"),
            KnownOn = slots.Day("known"),
        };
}
