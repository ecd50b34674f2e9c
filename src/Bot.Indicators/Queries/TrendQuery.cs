using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>One indicator of one unit over time.</summary>
public sealed record TrendQuery : FigureQuery
{
    /// <summary>What is asked for.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The unit.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>The bases; empty takes all, each shown on its own.</summary>
    public ValueList<BasisCode> Bases { get; init; }

    /// <summary>The first period; null for as far back as there are figures.</summary>
    public Period? From { get; init; }

    /// <summary>The last period; null for the newest.</summary>
    public Period? To { get; init; }

    /// <inheritdoc />
    public override string Kind => "trend";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("indicator", Indicator)
            .Slot("unit", Unit)
            .Slot("basis", Bases)
            .Slot("from", From)
            .Slot("to", To)
            .Slot("known", KnownOn);

    internal static Query Read(QuerySlots slots) =>
        new TrendQuery
        {
            Indicator = slots.Indicator("indicator"),
            Unit = slots.Unit("unit"),
            Bases = slots.Bases("basis", slots.Indicators("indicator")),
            From = slots.Period("from"),
            To = slots.Period("to"),
            KnownOn = slots.Day("known"),
        };
}
