using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>One or several figures.</summary>
public sealed record ValueQuery : FigureQuery
{
    /// <summary>What is asked for; at least one.</summary>
    public required ValueList<IndicatorCode> Indicators { get; init; }

    /// <summary>The units.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The bases; empty takes all, each shown on its own.</summary>
    public ValueList<BasisCode> Bases { get; init; }

    /// <summary>The period; null takes the newest, and the answer says which.</summary>
    public Period? Period { get; init; }

    /// <summary>What the asker supposes; null where nothing.</summary>
    public Claim? Claim { get; init; }

    /// <inheritdoc />
    public override string Kind => "value";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("indicator", Indicators)
            .Slot("units", Units.ToString())
            .Slot("basis", Bases)
            .Slot("period", Period)
            .Slot("claim", Claim?.ToString())
            .Slot("known", KnownOn);

    internal static Query Read(QuerySlots slots) =>
        new ValueQuery
        {
            Indicators = slots.Indicators("indicator"),
            Units = slots.Units("units"),
            Bases = slots.Bases("basis", slots.Indicators("indicator")),
            Period = slots.Period("period"),
            Claim = slots.Claim("claim"),
            KnownOn = slots.Day("known"),
        };
}
