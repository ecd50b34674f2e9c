namespace Bot.Indicators.Queries;

/// <summary>
/// The slots of a kind of query. Nobody writes them down a second time: the kind's own reader is watched while it reads, so a slot that
/// is read is in the shape.
/// </summary>
/// <param name="Kind">The kind, as canonical text begins.</param>
/// <param name="Slots">Its slots; a name occurs twice where the slot may hold things of two sorts.</param>
public sealed record QueryShape(string Kind, ValueList<QuerySlot> Slots)
{
    /// <summary>The kinds that the store answers, by name.</summary>
    public static ValueList<QueryShape> OfStore { get; } =
    [
        .. QueryKinds
            .Readers.OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (kind.Key, Watched: Watch(kind.Value)))
            .Where(kind => kind.Watched.Query is StoreQuery)
            .Select(kind => new QueryShape(kind.Key, kind.Watched.Slots)),
    ];

    /// <summary>Whether it is about the answer to another query.</summary>
    public bool IsNested => Slots.Any(slot => slot.Sort == SlotSort.Query);

    private static (Query Query, ValueList<QuerySlot> Slots) Watch(Func<QuerySlots, Query> read)
    {
        var seen = new List<QuerySlot>();
        return (read(QuerySlots.Watched(seen)), [.. seen]);
    }
}
