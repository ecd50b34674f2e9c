using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>What inspections remarked.</summary>
public sealed record FindingsQuery : StoreQuery
{
    /// <summary>The units.</summary>
    public UnitSet Units { get; init; } = UnitSet.All;

    /// <summary>Only this sort; null for all.</summary>
    public Polarity? Polarity { get; init; }

    /// <summary>Only this inspection; null for any.</summary>
    public InspectionCode? Inspection { get; init; }

    /// <summary>Only this area of reform; null for any.</summary>
    public string? Area { get; init; }

    /// <summary>Only remarks that hold these words, accents and case ignored ("văn thư"); null for any.</summary>
    public string? About { get; init; }

    /// <summary>Only inspections in this period; null for any.</summary>
    public Period? Period { get; init; }

    /// <inheritdoc />
    public override string Kind => "findings";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("units", Units == UnitSet.All ? null : Units.ToString())
            .Slot("polarity", Polarity?.ToString().ToLowerInvariant())
            .Slot("inspection", Inspection)
            .Slot("area", Area)
            .Words("about", About)
            .Slot("period", Period);

    internal static Query Read(QuerySlots slots) =>
        new FindingsQuery
        {
            Units = slots.Units("units"),
            Polarity = slots.OptionalChoice<Polarity>("polarity"),
            Inspection = slots.Inspection("inspection"),
            Area = slots.Area("area"),
            About = slots.Words("about"),
            Period = slots.Period("period"),
        };
}
