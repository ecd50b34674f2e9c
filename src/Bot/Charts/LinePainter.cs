namespace Bot.Charts;

/// <summary>A line over periods with its values; open where a period is missing, and the target dashed.</summary>
internal static class LinePainter
{
    private const int Width = 1000;
    private const int Height = 440;
    private const double Letters = 18;
    private const double Top = 48;
    private const double Bottom = Height - 52;

    public static Canvas Paint(ChartDrawing chart)
    {
        var canvas = new Canvas(Width, Height);
        var margin = 24 + Math.Max(chart.Marks.Max(m => Math.Max(Digits.Width(m.Text, Letters), Digits.Width(m.Label, Letters))) / 2, 8);
        var right = Width - margin - (chart.Target is null ? 0 : Digits.Width(chart.Target.Text, Letters));
        double X(int index) => chart.Marks.Count == 1 ? margin : margin + index * (right - margin) / (chart.Marks.Count - 1);
        double Y(double value) => Bottom - chart.Share(value) * (Bottom - Top);
        foreach (var quarter in (ReadOnlySpan<double>)[0, 0.25, 0.5, 0.75, 1])
        {
            var y = Bottom - quarter * (Bottom - Top);
            canvas.Stroke(margin - 14, y, right + 14, y, 1, Ink.Grid);
        }

        if (chart.Target is { Value: { } bound } target)
        {
            canvas.Dashes(margin - 14, Y(bound), right + 14, Y(bound), 4, 12, Ink.Target);
            Digits.Draw(canvas, target.Text, right + 24, Y(bound) - Letters / 2, Letters, Ink.Target);
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
            Digits.Draw(canvas, mark.Text, X(i), Y(value) - Letters - 16, Letters, Ink.Words, anchor: 0.5);
        }

        return canvas;
    }
}
