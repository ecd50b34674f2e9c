namespace Bot.Cards;

/// <summary>
/// A chart for clients that draw none: the host makes a picture of it. Its numbers are the rows of the table beside it, already
/// written out, so that picture and table cannot say two things.
/// </summary>
/// <param name="Form">Bars or a line.</param>
/// <param name="Points">Bars from top to bottom, or points from left to right; all of one basis and one unit of measure.</param>
/// <param name="Target">The target that holds for all of them; null where there is none.</param>
/// <param name="IsRate">Whether a hundred is the whole.</param>
public sealed record ChartPicture(ChartForm Form, ValueList<ChartPoint> Points, ChartPoint? Target, bool IsRate);

/// <summary>One bar or point.</summary>
/// <param name="Label">What stands at the axis; empty for nothing.</param>
/// <param name="Value">How far it reaches, a count or a figure's number for the axis; null leaves a gap.</param>
/// <param name="Text">The value as the table writes it.</param>
/// <param name="Missed">Whether it misses its target.</param>
public sealed record ChartPoint(string Label, double? Value, string Text, bool Missed = false);

/// <summary>The form of a chart.</summary>
public enum ChartForm
{
    /// <summary>Bars below each other: a ranking or a comparison.</summary>
    Bars,

    /// <summary>A line over periods, open where one is missing.</summary>
    Line,
}
