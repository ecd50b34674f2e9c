namespace Bot.Indicators.Queries;

/// <summary>Where the facts of an answer come from, and how the question was read.</summary>
public sealed record ProvenanceQuery : StoreQuery
{
    /// <summary>The query whose answer is meant.</summary>
    public required StoreQuery Of { get; init; }

    /// <inheritdoc />
    public override string Kind => "provenance";

    internal override void Write(QueryWriter writer) => writer.Nested("of", Of);

    internal static Query Read(QuerySlots slots) => new ProvenanceQuery { Of = slots.Nested("of") };
}
