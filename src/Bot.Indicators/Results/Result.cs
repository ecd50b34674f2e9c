using Bot.Indicators.Queries;

namespace Bot.Indicators.Results;

/// <summary>What the store answers to a query. A closed family: kinds live in this folder.</summary>
public abstract record Result
{
    /// <summary>The query that was run.</summary>
    public required StoreQuery Query { get; init; }

    /// <summary>Units of the query that have ended by today; their figures are their own, and the card names the successors.</summary>
    public ValueList<OrgUnitCode> Ended { get; init; }

    /// <summary>The day as of whose knowledge was answered; null: all that is known.</summary>
    public DateOnly? KnownOn => (Query as FigureQuery)?.KnownOn;

    /// <summary>Closes the family: a kind outside this assembly does not compile.</summary>
    internal abstract string Name { get; }
}
