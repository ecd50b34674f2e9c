namespace Bot.Indicators.Queries;

/// <summary>One slot of a kind of query, as its reader reads it.</summary>
/// <param name="Name">The name in canonical text.</param>
/// <param name="Sort">What it holds.</param>
/// <param name="Required">Whether the query is none without it.</param>
/// <param name="Many">Whether it holds several, parted by a bar.</param>
/// <param name="Choices">The words that it may hold; empty where it holds none of a fixed few.</param>
public sealed record QuerySlot(string Name, SlotSort Sort, bool Required, bool Many, ValueList<string> Choices);

/// <summary>What a slot holds.</summary>
public enum SlotSort
{
    /// <summary>One unit.</summary>
    Unit,

    /// <summary>Units by name, of a kind, below one, or all.</summary>
    UnitSet,

    /// <summary>An indicator.</summary>
    Indicator,

    /// <summary>A basis of the query's indicators.</summary>
    Basis,

    /// <summary>A period.</summary>
    Period,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A count.</summary>
    Number,

    /// <summary>A comparator with a number.</summary>
    Claim,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A plan or report.</summary>
    ObligationType,

    /// <summary>An inspection.</summary>
    Inspection,

    /// <summary>A project.</summary>
    Project,

    /// <summary>An area of reform.</summary>
    Area,

    /// <summary>Words of the question.</summary>
    Words,

    /// <summary>Another query.</summary>
    Query,
}
