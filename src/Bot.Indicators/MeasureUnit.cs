namespace Bot.Indicators;

/// <summary>The unit in which an indicator is measured; an open list, since catalogues bring their own.</summary>
/// <param name="Code">As tables write it: <c>percent</c>, <c>count</c>, <c>points</c>, <c>rank</c>, …</param>
public sealed record MeasureUnit(string Code)
{
    /// <summary>Per cent of the basis; differences are percentage points.</summary>
    public static MeasureUnit Percent { get; } = new("percent");

    /// <summary>A number of things.</summary>
    public static MeasureUnit Count { get; } = new("count");

    /// <summary>Points of an index.</summary>
    public static MeasureUnit Points { get; } = new("points");

    /// <summary>A place in a ranking; 1 is the best, and it is never summed or averaged.</summary>
    public static MeasureUnit Rank { get; } = new("rank");
}
