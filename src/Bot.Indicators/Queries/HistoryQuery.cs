namespace Bot.Indicators.Queries;

/// <summary>All values that a cell ever had.</summary>
public sealed record HistoryQuery : StoreQuery
{
    /// <summary>The query whose cells are meant.</summary>
    public required ValueQuery Of { get; init; }

    /// <inheritdoc />
    public override string Kind => "history";

    internal override void Write(QueryWriter writer) => writer.Nested("of", Of);

    internal static Query Read(QuerySlots slots) => new HistoryQuery { Of = slots.NestedValue("of") };
}
