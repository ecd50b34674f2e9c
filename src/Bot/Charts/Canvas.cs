namespace Bot.Charts;

/// <summary>A colour without opacity: each stands out from white and from the dark theme by three to one.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Data = new(0x2F, 0x7C, 0xD0);
    public static readonly Ink Missed = new(0xD1, 0x4B, 0x4B);
    public static readonly Ink Target = new(0x2E, 0x8B, 0x4F);
    public static readonly Ink Words = new(0x7A, 0x7A, 0x7A);
    public static readonly Ink Grid = new(0xA8, 0xA8, 0xA8);
}

/// <summary>Pixels on nothing: the card's own background shows through, light or dark.</summary>
internal sealed class Canvas(int width, int height)
{
    private readonly byte[] _pixels = new byte[width * height * 4];

    public int Width => width;

    public int Height => height;

    /// <summary>The pixels of a line, four bytes each.</summary>
    public ReadOnlySpan<byte> Line(int y) => _pixels.AsSpan(y * width * 4, width * 4);

    /// <summary>A straight line with round ends and smooth edges.</summary>
    public void Stroke(double x1, double y1, double x2, double y2, double thickness, Ink ink)
    {
        var reach = thickness / 2;
        var (dx, dy) = (x2 - x1, y2 - y1);
        var square = dx * dx + dy * dy;
        Each(
            Math.Min(x1, x2) - reach,
            Math.Min(y1, y2) - reach,
            Math.Max(x1, x2) + reach,
            Math.Max(y1, y2) + reach,
            ink,
            (x, y) =>
            {
                var along = square == 0 ? 0 : Math.Clamp(((x - x1) * dx + (y - y1) * dy) / square, 0, 1);
                return reach + 0.5 - double.Hypot(x - x1 - along * dx, y - y1 - along * dy);
            }
        );
    }

    /// <summary>A line of dashes.</summary>
    public void Dashes(double x1, double y1, double x2, double y2, double thickness, double dash, Ink ink)
    {
        var length = double.Hypot(x2 - x1, y2 - y1);
        for (var at = 0d; at < length; at += 2 * dash)
        {
            var (from, to) = (at / length, Math.Min(at + dash, length) / length);
            Stroke(x1 + (x2 - x1) * from, y1 + (y2 - y1) * from, x1 + (x2 - x1) * to, y1 + (y2 - y1) * to, thickness, ink);
        }
    }

    /// <summary>A filled rectangle.</summary>
    public void Fill(double left, double top, double right, double bottom, Ink ink) =>
        Each(left, top, right, bottom, ink, (x, y) => Math.Min(Math.Min(x - left, right - x), Math.Min(y - top, bottom - y)) + 0.5);

    private void Each(double left, double top, double right, double bottom, Ink ink, Func<double, double, double> cover)
    {
        for (var y = Math.Max(0, (int)top - 1); y < Math.Min(height, (int)bottom + 2); y++)
        {
            for (var x = Math.Max(0, (int)left - 1); x < Math.Min(width, (int)right + 2); x++)
            {
                Mix(_pixels.AsSpan((y * width + x) * 4, 4), ink, Math.Clamp(cover(x + 0.5, y + 0.5), 0, 1));
            }
        }
    }

    // Ink over what is there already, which may be nothing.
    private static void Mix(Span<byte> pixel, Ink ink, double cover)
    {
        if (cover <= 0)
        {
            return;
        }

        var below = pixel[3] / 255d * (1 - cover);
        var sum = cover + below;
        pixel[0] = (byte)Math.Round((ink.Red * cover + pixel[0] * below) / sum);
        pixel[1] = (byte)Math.Round((ink.Green * cover + pixel[1] * below) / sum);
        pixel[2] = (byte)Math.Round((ink.Blue * cover + pixel[2] * below) / sum);
        pixel[3] = (byte)Math.Round(sum * 255);
    }
}
