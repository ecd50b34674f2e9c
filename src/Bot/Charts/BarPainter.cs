namespace Bot.Charts;

/// <summary>Bars below each other, each with its place before it and its value at the right edge; the target is a dashed line across.</summary>
internal static class BarPainter
{
    private const int Width = 720;
    private const double Row = 44;
    private const double Bar = 26;
    private const double Letters = 22;
    private const double Edge = 14;

    public static Canvas Paint(ChartDrawing chart)
    {
        var top = chart.Target is null ? Edge : Edge + Letters + 10;
        var canvas = new Canvas(Width, (int)(top + chart.Marks.Count * Row + Edge));
        var left = Edge + chart.Marks.Max(m => Digits.Width(m.Label, Letters)) + 12;
        var right = Width - Edge - chart.Marks.Max(m => Digits.Width(m.Text, Letters)) - 12;
        double At(double value) => left + chart.Share(value) * (right - left);
        for (var i = 0; i < chart.Marks.Count; i++)
        {
            var mark = chart.Marks[i];
            var middle = top + i * Row + Row / 2;
            Digits.Draw(canvas, mark.Label, left - 12, middle - Letters / 2, Letters, Ink.Words, anchor: 1);
            if (mark.Value is { } value)
            {
                var (from, to) = (Math.Min(At(0), At(value)), Math.Max(At(0), At(value)));
                canvas.Fill(from, middle - Bar / 2, to, middle + Bar / 2, mark.Missed ? Ink.Missed : Ink.Data);
                Digits.Draw(canvas, mark.Text, Width - Edge, middle - Letters / 2, Letters, Ink.Words, anchor: 1);
            }
        }

        canvas.Stroke(At(0), top, At(0), canvas.Height - Edge, 2, Ink.Grid);
        if (chart.Target is { Value: { } bound } target)
        {
            canvas.Dashes(At(bound), top - 4, At(bound), canvas.Height - Edge / 2, 4, 10, Ink.Target);
            Digits.Draw(canvas, target.Text, At(bound), Edge - 2, Letters, Ink.Target, anchor: 0.5);
        }

        return canvas;
    }
}
