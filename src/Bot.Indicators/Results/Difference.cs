namespace Bot.Indicators.Results;

/// <summary>
/// How far one number is from another of the same indicator and basis, computed by the engine. For percentages it is in
/// percentage points.
/// </summary>
public sealed record Difference
{
    internal Difference(Amount signed, Amount size, MeasureUnit measure, bool? better) =>
        (Signed, Size, Measure, Better) = (signed, size, measure, better);

    /// <summary>With its sign: positive when the first is greater.</summary>
    public Amount Signed { get; }

    /// <summary>Without its sign.</summary>
    public Amount Size { get; }

    /// <summary>The unit of the two numbers; <see cref="MeasureUnit.Percent"/> means percentage points here.</summary>
    public MeasureUnit Measure { get; }

    /// <summary>Whether the difference is to the good; null where neither way is, or there is none.</summary>
    public bool? Better { get; }
}
