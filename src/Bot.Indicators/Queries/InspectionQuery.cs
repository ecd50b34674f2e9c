using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>When, where and by whom was inspected.</summary>
public sealed record InspectionQuery : StoreQuery
{
    /// <summary>This inspection; null for all that match.</summary>
    public InspectionCode? Inspection { get; init; }

    /// <summary>Of these units.</summary>
    public UnitSet Units { get; init; } = UnitSet.All;

    /// <summary>In this period; null for any.</summary>
    public Period? Period { get; init; }

    /// <summary>What of it is asked.</summary>
    public InspectionAspect Aspect { get; init; }

    /// <inheritdoc />
    public override string Kind => "inspection";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("inspection", Inspection)
            .Slot("units", Units == UnitSet.All ? null : Units.ToString())
            .Slot("period", Period)
            .Slot("aspect", Aspect == InspectionAspect.All ? null : Aspect.ToString().ToLowerInvariant());

    internal static Query Read(QuerySlots slots) =>
        new InspectionQuery
        {
            Inspection = slots.Inspection("inspection"),
            Units = slots.Units("units"),
            Period = slots.Period("period"),
            Aspect = slots.Choice<InspectionAspect>("aspect"),
        };
}
