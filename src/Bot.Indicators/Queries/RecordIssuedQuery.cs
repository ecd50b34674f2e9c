using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>Somebody says that a plan was issued; it becomes a fact only when it is confirmed.</summary>
public sealed record RecordIssuedQuery : ChatQuery
{
    /// <summary>The unit; null where not said.</summary>
    public UnitSet? Units { get; init; }

    /// <summary>The plan or report; empty where not said.</summary>
    public ValueList<ObligationTypeCode> Types { get; init; }

    /// <summary>For which period; null where not said.</summary>
    public Period? Period { get; init; }

    /// <summary>Number and sign as typed; null where not said.</summary>
    public string? Number { get; init; }

    /// <summary>Its day; null where not said.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <inheritdoc />
    public override string Kind => "record-issued";

    internal override void Write(QueryWriter writer) =>
        writer.Slot("units", Units?.ToString()).Slot("type", Types).Slot("period", Period).Words("number", Number).Slot("on", IssuedOn);

    internal static Query Read(QuerySlots slots) =>
        new RecordIssuedQuery
        {
            Units = slots.Text("units") is null ? null : slots.Units("units"),
            Types = slots.ObligationTypes("type"),
            Period = slots.Period("period"),
            Number = slots.Words("number"),
            IssuedOn = slots.Day("on"),
        };
}
