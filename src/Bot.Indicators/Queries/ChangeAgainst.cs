namespace Bot.Indicators.Queries;

/// <summary>What a figure is held against where the question names only one period.</summary>
public enum ChangeAgainst
{
    /// <summary>The period of the same length just before (kỳ trước).</summary>
    Previous,

    /// <summary>The same period one year before (cùng kỳ năm trước).</summary>
    YearEarlier,
}
