namespace Bot.Indicators.Queries;

/// <summary>A question of several parts: each is a query of its own, and has an answer of its own.</summary>
public sealed record PlanQuery : StoreQuery
{
    /// <summary>The most parts that one answer can hold.</summary>
    public const int Most = 4;

    /// <summary>The parts in the order of the question, two or more; the dialogue goes on from the first.</summary>
    public required ValueList<StoreQuery> Parts { get; init; }

    /// <inheritdoc />
    public override string Kind => "plan";

    internal override void Write(QueryWriter writer)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            writer.Nested(Name(i), Parts[i]);
        }
    }

    internal static Query Read(QuerySlots slots)
    {
        ValueList<StoreQuery> parts =
        [
            slots.Nested(Name(0)),
            slots.Nested(Name(1)),
            .. Enumerable.Range(2, Most - 2).Select(i => slots.OptionalNested(Name(i))).OfType<StoreQuery>(),
        ];
        return parts.Any(part => part is PlanQuery)
            ? throw new FormatException("a plan has no plans for parts")
            : new PlanQuery { Parts = parts };
    }

    private static string Name(int part) => $"q{part + 1}";
}
