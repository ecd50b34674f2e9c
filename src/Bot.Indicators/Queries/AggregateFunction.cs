namespace Bot.Indicators.Queries;

/// <summary>What is taken over several units. There is no sum: percentages and ranks have none.</summary>
public enum AggregateFunction
{
    /// <summary>How many units have a number.</summary>
    Count,

    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The greatest value.</summary>
    Max,

    /// <summary>The middle value.</summary>
    Median,

    /// <summary>The unweighted mean; refused for percentages and ranks.</summary>
    Mean,
}
