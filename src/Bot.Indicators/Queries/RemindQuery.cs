using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>Remind a unit, or the asker, of what is owed.</summary>
public sealed record RemindQuery : ChatQuery
{
    /// <summary>The units to remind; null for the asker.</summary>
    public UnitSet? Units { get; init; }

    /// <summary>Of what; empty for all that is owed.</summary>
    public ValueList<ObligationTypeCode> Types { get; init; }

    /// <summary>For which period; null for any.</summary>
    public Period? Period { get; init; }

    /// <inheritdoc />
    public override string Kind => "remind";

    internal override void Write(QueryWriter writer) => writer.Slot("units", Units?.ToString()).Slot("type", Types).Slot("period", Period);

    internal static Query Read(QuerySlots slots) =>
        new RemindQuery
        {
            Units = slots.Text("units") is null ? null : slots.Units("units"),
            Types = slots.ObligationTypes("type"),
            Period = slots.Period("period"),
        };
}
