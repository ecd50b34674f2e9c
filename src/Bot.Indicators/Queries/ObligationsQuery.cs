using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>Plans and reports that are owed: missing, due, late, issued, and under which number.</summary>
public sealed record ObligationsQuery : StoreQuery
{
    /// <summary>The units.</summary>
    public UnitSet Units { get; init; } = UnitSet.All;

    /// <summary>The plans and reports; empty for all.</summary>
    public ValueList<ObligationTypeCode> Types { get; init; }

    /// <summary>The period that they are for; null for any.</summary>
    public Period? Period { get; init; }

    /// <summary>Only these states; empty for all.</summary>
    public ValueList<ObligationState> States { get; init; }

    /// <summary>Only deadlines from this day; null for any.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Only deadlines up to this day; null for any.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>What of them is asked, so that the answer begins with it.</summary>
    public ObligationAspect Aspect { get; init; }

    /// <inheritdoc />
    public override string Kind => "obligations";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("units", Units == UnitSet.All ? null : Units.ToString())
            .Slot("type", Types)
            .Slot("period", Period)
            .Slot("state", States.IsEmpty ? null : string.Join('|', States).ToLowerInvariant())
            .Slot("dueFrom", DueFrom)
            .Slot("dueTo", DueTo)
            .Slot("aspect", Aspect == ObligationAspect.List ? null : Aspect.ToString().ToLowerInvariant());

    internal static Query Read(QuerySlots slots) =>
        new ObligationsQuery
        {
            Units = slots.Units("units"),
            Types = slots.ObligationTypes("type"),
            Period = slots.Period("period"),
            States = slots.Choices<ObligationState>("state"),
            DueFrom = slots.Day("dueFrom"),
            DueTo = slots.Day("dueTo"),
            Aspect = slots.Choice<ObligationAspect>("aspect"),
        };
}
