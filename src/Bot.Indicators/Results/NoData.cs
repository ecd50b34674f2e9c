using Bot.Indicators.Queries;

namespace Bot.Indicators.Results;

/// <summary>The store has nothing of what was asked; it says what is missing and what is nearest.</summary>
public sealed record NoData : Result
{
    /// <summary>What is missing; empty where the question was about findings, projects or inspections.</summary>
    public ValueList<Absence> Absent { get; init; }

    /// <summary>
    /// Queries that surely have an answer, nearest first: the same unit and indicator in another period or basis, then another
    /// indicator of the same unit. Never another unit's figure in its place.
    /// </summary>
    public ValueList<StoreQuery> Nearest { get; init; }

    internal override string Name => "no-data";
}

/// <summary>The store will not compute what was asked, since the outcome would mislead.</summary>
public sealed record Refusal : Result
{
    /// <summary>Why.</summary>
    public required RefusalReason Reason { get; init; }

    /// <summary>The figures that there are, each on its own; may be empty.</summary>
    public ValueList<JudgedFigure> Figures { get; init; }

    internal override string Name => "refusal";
}

/// <summary>Why a query is refused.</summary>
public enum RefusalReason
{
    /// <summary>The figures are of different bases.</summary>
    DifferentBases,

    /// <summary>A mean or sum of percentages without their numerators and denominators.</summary>
    MeanOfPercentages,

    /// <summary>A mean of places in a ranking.</summary>
    MeanOfRanks,

    /// <summary>A trend needs two periods.</summary>
    OnePoint,

    /// <summary>The periods are of different lengths.</summary>
    DifferentPeriods,

    /// <summary>There are only words, no numbers.</summary>
    WordsOnly,

    /// <summary>The units are not the same across a merger or renaming.</summary>
    UnitChanged,
}
