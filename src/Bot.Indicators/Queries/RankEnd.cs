namespace Bot.Indicators.Queries;

/// <summary>The end of a ranking.</summary>
public enum RankEnd
{
    /// <summary>The greatest values first.</summary>
    Highest,

    /// <summary>The smallest values first.</summary>
    Lowest,
}
