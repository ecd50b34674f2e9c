using Bot.Indicators;

namespace Bot.Understanding.Statements;

/// <summary>Whether an indicator can have a number of some sort.</summary>
internal static class Measured
{
    /// <summary>Whether the indicator is measured so; the points of an index are its per cent.</summary>
    public static bool Fits(Indicator indicator, FigureSort sort) =>
        sort switch
        {
            FigureSort.Percent => indicator.Unit == MeasureUnit.Percent || indicator.Unit == MeasureUnit.Points && IsIndex(indicator),
            FigureSort.Points => indicator.Unit == MeasureUnit.Points || indicator.Unit == MeasureUnit.Percent && IsIndex(indicator),
            FigureSort.Count => indicator.Unit != MeasureUnit.Percent
                && indicator.Unit != MeasureUnit.Points
                && indicator.Unit != MeasureUnit.Rank,
            FigureSort.Rank => IsIndex(indicator) && indicator.Unit != MeasureUnit.Rank,
            _ => false,
        };

    /// <summary>Whether the number is one that the unit can have.</summary>
    public static bool IsInRange(Indicator indicator, decimal value) => indicator.Unit != MeasureUnit.Percent || value is >= 0 and <= 100;

    private static bool IsIndex(Indicator indicator) => StatementWords.Has(indicator.Names.Vietnamese, StatementCue.Index);
}
