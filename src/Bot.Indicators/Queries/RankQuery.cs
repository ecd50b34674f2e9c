using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>Units in order of an indicator.</summary>
public sealed record RankQuery : FigureQuery
{
    /// <summary>What is asked for.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The units.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The basis; null takes the one that has figures, and asks or says so where there are several.</summary>
    public BasisCode? Basis { get; init; }

    /// <summary>The period; null takes the newest, and the answer says which.</summary>
    public Period? Period { get; init; }

    /// <summary>Which end is asked for, by value and not by merit.</summary>
    public RankEnd End { get; init; } = RankEnd.Highest;

    /// <summary>How many of that end; 0 for all.</summary>
    public int Count { get; init; }

    /// <inheritdoc />
    public override string Kind => "rank";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("indicator", Indicator)
            .Slot("units", Units.ToString())
            .Slot("basis", Basis)
            .Slot("period", Period)
            .Slot("end", End == RankEnd.Highest ? null : "lowest")
            .Slot("count", Count == 0 ? null : Count.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Slot("known", KnownOn);

    internal static Query Read(QuerySlots slots) =>
        new RankQuery
        {
            Indicator = slots.Indicator("indicator"),
            Units = slots.Units("units"),
            Basis = slots.Basis("basis", slots.Indicator("indicator")),
            Period = slots.Period("period"),
            End = slots.Word("end", "lowest") is not null ? RankEnd.Lowest : RankEnd.Highest,
            Count = slots.Number("count"),
            KnownOn = slots.Day("known"),
        };
}
