using System.Globalization;
using System.Text;
using Bot.Cards;

namespace Bot.Charts;

/// <summary>
/// A chart as a short text inside its address: the picture is made of the very rows that the card was made of, whatever has been
/// imported since, and whoever fetches it needs no rights to the store.
/// </summary>
internal static class ChartText
{
    /// <summary>More words than that along an axis would run into each other; bars stand below each other and keep all.</summary>
    private const int MostLabels = 7;

    public static string Write(ChartPicture picture)
    {
        var text = new StringBuilder();
        text.Append(picture.Form == ChartForm.Line ? 'l' : 'b').Append(picture.IsRate ? 'r' : 'n');
        Mark(text, picture.Target ?? new ChartPoint("", null, ""), withWords: true);
        // Counted from the newest, which always bears its words.
        var step = picture.Form == ChartForm.Bars ? 1 : (picture.Points.Count + MostLabels - 1) / MostLabels;
        for (var i = 0; i < picture.Points.Count; i++)
        {
            Mark(text, picture.Points[i], (picture.Points.Count - 1 - i) % step == 0);
        }

        return text.ToString();
    }

    /// <summary>The chart of a text that <see cref="Write"/> made; null for any other.</summary>
    public static ChartDrawing? Read(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 3 || lines[0].Length != 2)
        {
            return null;
        }

        var marks = lines.Skip(1).Select(Mark).ToList();
        return marks.Contains(null)
            ? null
            : new ChartDrawing(lines[0][0] == 'l', lines[0][1] == 'r', marks[0]!.Value is null ? null : marks[0], [.. marks.Skip(1)!]);
    }

    private static void Mark(StringBuilder text, ChartPoint point, bool withWords)
    {
        text.Append('\n').Append(withWords ? point.Label : "").Append('\t').Append(point.Value?.ToString(CultureInfo.InvariantCulture));
        text.Append('\t').Append(withWords ? point.Text : "").Append('\t').Append(point.Missed ? "x" : "");
    }

    private static ChartMark? Mark(string line) =>
        line.Split('\t') is [var label, var number, var said, var missed]
            ? number.Length == 0
                ? new ChartMark(label, null, said, false)
                : double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    ? new ChartMark(label, value, said, missed.Length > 0)
                    : null
            : null;
}
