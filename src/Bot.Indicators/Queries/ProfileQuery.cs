namespace Bot.Indicators.Queries;

/// <summary>Everything known of a unit at a glance.</summary>
public sealed record ProfileQuery : StoreQuery
{
    /// <summary>The unit.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <inheritdoc />
    public override string Kind => "profile";

    internal override void Write(QueryWriter writer) => writer.Slot("unit", Unit);

    internal static Query Read(QuerySlots slots) => new ProfileQuery { Unit = slots.Unit("unit") };
}
