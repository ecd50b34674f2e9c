using System.Collections.Frozen;

namespace Bot.Charts;

/// <summary>
/// The few signs that stand in a chart, as strokes on a grid four wide and six high: no font is needed, on any machine. Names are
/// never drawn: they stand in the card, where they can be read aloud and enlarged.
/// </summary>
internal static class Digits
{
    private const double Gap = 1.6;

    // Strokes are parted by a space, their points are pairs of digits: x, y.
    private static readonly FrozenDictionary<char, (double Width, string Strokes)> Signs = new Dictionary<char, (double, string)>
    {
        ['0'] = (4, "103041453616050110"),
        ['1'] = (4, "112026 1636"),
        ['2'] = (4, "01103041420646"),
        ['3'] = (4, "01103041423323 334445361605"),
        ['4'] = (4, "300444 3036"),
        ['5'] = (4, "400003334445361605"),
        ['6'] = (4, "3010010516364544331304"),
        ['7'] = (4, "004016"),
        ['8'] = (4, "103041423313020110 1304051636454433"),
        ['9'] = (4, "1636454130100102133342"),
        [','] = (1, "1607"),
        ['.'] = (1, "06"),
        ['/'] = (3, "3006"),
        ['%'] = (5, "0110211201 4016 3544554635"),
        ['-'] = (3, "0333"),
        ['−'] = (3, "0333"),
        ['I'] = (0, "0006"),
        ['V'] = (4, "002640"),
        ['X'] = (4, "0046 4006"),
        ['Q'] = (4, "103041453616050110 2446"),
        ['H'] = (4, "0006 4046 0343"),
    }.ToFrozenDictionary();

    /// <summary>How wide a text becomes; 0 where it holds a sign that is not known: then nothing is drawn of it.</summary>
    public static double Width(string text, double height) =>
        text.Length > 0 && text.All(Signs.ContainsKey) ? (text.Sum(c => Signs[c].Width + Gap) - Gap) * height / 6 : 0;

    /// <summary>Draws a text with its left end, or its middle or right end, at a place; y is its top.</summary>
    public static void Draw(Canvas canvas, string text, double x, double y, double height, Ink ink, double anchor = 0)
    {
        var width = Width(text, height);
        if (width == 0)
        {
            return;
        }

        var unit = height / 6;
        var left = Math.Clamp(x - width * anchor, 1, Math.Max(1, canvas.Width - width - 1));
        foreach (var sign in text)
        {
            foreach (var stroke in Signs[sign].Strokes.Split(' '))
            {
                for (var i = 0; i == 0 || i + 4 <= stroke.Length; i += 2)
                {
                    var next = Math.Min(i + 2, stroke.Length - 2);
                    canvas.Stroke(
                        left + (stroke[i] - '0') * unit,
                        y + (stroke[i + 1] - '0') * unit,
                        left + (stroke[next] - '0') * unit,
                        y + (stroke[next + 1] - '0') * unit,
                        height / 7.5,
                        ink
                    );
                }
            }

            left += (Signs[sign].Width + Gap) * unit;
        }
    }
}
