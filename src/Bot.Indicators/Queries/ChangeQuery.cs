using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>How an indicator changed between two periods.</summary>
public sealed record ChangeQuery : FigureQuery
{
    /// <summary>What is asked for.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The units.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The bases; empty takes all, each shown on its own.</summary>
    public ValueList<BasisCode> Bases { get; init; }

    /// <summary>The earlier period; null takes the one that <see cref="Against"/> says.</summary>
    public Period? From { get; init; }

    /// <summary>The later period; null takes the newest.</summary>
    public Period? To { get; init; }

    /// <summary>What the later period is held against where <see cref="From"/> is null.</summary>
    public ChangeAgainst Against { get; init; }

    /// <inheritdoc />
    public override string Kind => "change";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("indicator", Indicator)
            .Slot("units", Units.ToString())
            .Slot("basis", Bases)
            .Slot("from", From)
            .Slot("to", To)
            .Slot("against", Against == ChangeAgainst.YearEarlier ? "year" : null)
            .Slot("known", KnownOn);

    internal static Query Read(QuerySlots slots) =>
        new ChangeQuery
        {
            Indicator = slots.Indicator("indicator"),
            Units = slots.Units("units"),
            Bases = slots.Bases("basis", slots.Indicators("indicator")),
            From = slots.Period("from"),
            To = slots.Period("to"),
            Against = slots.Word("against", "year") is not null ? ChangeAgainst.YearEarlier : ChangeAgainst.Previous,
            KnownOn = slots.Day("known"),
        };
}
