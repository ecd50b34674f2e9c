namespace Bot.Charts;

/// <summary>A line over periods with its values; open where a period is missing, and the target dashed.</summary>
internal static class LinePainter
{
    private const int Width = 720;
    private const int Height = 380;
    private const double Letters = 22;
    private const double Top = 48;
    private const double Edge = 10;
    private const double Bottom = Height - 58;

    public static Canvas Paint(ChartDrawing chart)
    {
        var canvas = new Canvas(Width, Height);
        var margin = Edge + Math.Max(chart.Marks.Max(m => Math.Max(Digits.Width(m.Text, Letters), Digits.Width(m.Label, Letters))) / 2, 8);
        var right = Width - margin - (chart.Target is null ? 0 : Digits.Width(chart.Target.Text, Letters) + Edge);
        double X(int index) => chart.Marks.Count == 1 ? margin : margin + index * (right - margin) / (chart.Marks.Count - 1);
        double Y(double value) => Bottom - chart.Share(value) * (Bottom - Top);
        foreach (var quarter in (ReadOnlySpan<double>)[0, 0.25, 0.5, 0.75, 1])
        {
            var y = Bottom - quarter * (Bottom - Top);
            canvas.Stroke(margin, y, right, y, 1, Ink.Grid);
        }

        if (chart.Target is { Value: { } bound } target)
        {
            canvas.Dashes(margin, Y(bound), right, Y(bound), 4, 12, Ink.Target);
            Digits.Draw(canvas, target.Text, Width - Edge, Y(bound) - Letters / 2, Letters, Ink.Target, anchor: 1);
        }

        for (var i = 0; i < chart.Marks.Count; i++)
        {
            var mark = chart.Marks[i];
            Digits.Draw(canvas, mark.Label, X(i), Bottom + 20, Letters, Ink.Words, anchor: 0.5);
            if (mark.Value is not { } value)
            {
                continue;
            }

            if (i > 0 && chart.Marks[i - 1].Value is { } before)
            {
                canvas.Stroke(X(i - 1), Y(before), X(i), Y(value), 5, Ink.Data);
            }

            canvas.Stroke(X(i), Y(value), X(i), Y(value), 13, Ink.Data);
            Digits.Draw(canvas, mark.Text, X(i), Beside(Y(value), chart.Target?.Value > value), Letters, Ink.Words, anchor: 0.5);
        }

        return canvas;
    }

    // Away from the target's line where there is room: below a point that lies below it.
    private static double Beside(double y, bool isBelowTarget) => isBelowTarget && y + 16 + Letters < Bottom ? y + 16 : y - Letters - 16;
}
