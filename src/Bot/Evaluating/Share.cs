namespace Bot.Evaluating;

/// <summary>So many out of so many.</summary>
internal readonly record struct Share(int Count, int Of)
{
    public double Rate => Of == 0 ? 0 : (double)Count / Of;

    /// <summary>
    /// The greatest rate that is compatible with what was seen, at 95% confidence: three out of n where nothing was seen (the rule of
    /// three), else Wilson's upper bound. One where nothing was asked.
    /// </summary>
    public double UpperBound
    {
        get
        {
            if (Of == 0)
            {
                return 1;
            }

            if (Count == 0)
            {
                return Math.Min(1, 3.0 / Of);
            }

            const double z = 1.959964;
            var (n, p) = ((double)Of, Rate);
            return Math.Min(1, (p + z * z / (2 * n) + z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n));
        }
    }
}
