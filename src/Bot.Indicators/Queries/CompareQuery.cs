using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>Figures of one indicator side by side.</summary>
public sealed record CompareQuery : FigureQuery
{
    /// <summary>What is asked for.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The units.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The bases; empty takes all, each shown on its own.</summary>
    public ValueList<BasisCode> Bases { get; init; }

    /// <summary>The period; null takes the newest, and the answer says which.</summary>
    public Period? Period { get; init; }

    /// <inheritdoc />
    public override string Kind => "compare";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("indicator", Indicator)
            .Slot("units", Units.ToString())
            .Slot("basis", Bases)
            .Slot("period", Period)
            .Slot("known", KnownOn);

    internal static Query Read(QuerySlots slots) =>
        new CompareQuery
        {
            Indicator = slots.Indicator("indicator"),
            Units = slots.Units("units"),
            Bases = slots.Bases("basis", slots.Indicators("indicator")),
            Period = slots.Period("period"),
            KnownOn = slots.Day("known"),
        };
}
