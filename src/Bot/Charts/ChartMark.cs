namespace Bot.Charts;

/// <summary>A bar or a point as it is drawn; null leaves a gap.</summary>
internal sealed record ChartMark(string Label, double? Value, string Text, bool Missed);

/// <summary>What is drawn, read back from an address.</summary>
internal sealed record ChartDrawing(bool IsLine, bool IsRate, ChartMark? Target, IReadOnlyList<ChartMark> Marks)
{
    /// <summary>The lower end of the axis.</summary>
    public double Least { get; } = Math.Min(0, Values(Marks, Target).Min());

    /// <summary>The upper end of the axis; above the lower one in any case.</summary>
    public double Most { get; } = Upper(Values(Marks, Target).Max(), IsLine && IsRate);

    /// <summary>How far along the axis a value lies, from 0 to 1.</summary>
    public double Share(double value) => (value - Least) / (Most - Least);

    // Small rates would lie flat on the floor of a hundred.
    private static double Upper(double most, bool upToHundred) => upToHundred && most is > 50 and <= 100 ? 100 : Math.Max(most, 0.000001);

    private static IEnumerable<double> Values(IReadOnlyList<ChartMark> marks, ChartMark? target) =>
        marks.Append(target).Select(m => m?.Value ?? 0).DefaultIfEmpty();
}
