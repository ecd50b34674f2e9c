using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>One number over several units.</summary>
public sealed record AggregateQuery : FigureQuery
{
    /// <summary>What is asked for.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The units.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The basis; null takes the one that has figures, and asks or says so where there are several.</summary>
    public BasisCode? Basis { get; init; }

    /// <summary>The period; null takes the newest, and the answer says which.</summary>
    public Period? Period { get; init; }

    /// <summary>What is taken.</summary>
    public required AggregateFunction Function { get; init; }

    /// <inheritdoc />
    public override string Kind => "aggregate";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("indicator", Indicator)
            .Slot("units", Units.ToString())
            .Slot("basis", Basis)
            .Slot("period", Period)
            .Slot("function", Function.ToString().ToLowerInvariant())
            .Slot("known", KnownOn);

    internal static Query Read(QuerySlots slots) =>
        new AggregateQuery
        {
            Indicator = slots.Indicator("indicator"),
            Units = slots.Units("units"),
            Basis = slots.Basis("basis", slots.Indicator("indicator")),
            Period = slots.Period("period"),
            Function = slots.Choice<AggregateFunction>("function"),
            KnownOn = slots.Day("known"),
        };
}
