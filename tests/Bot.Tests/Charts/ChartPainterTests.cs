using System.Buffers.Binary;
using System.IO.Compression;
using Bot.Charts;

namespace Bot.Tests.Charts;

/// <summary>What is drawn, measured in pixels.</summary>
public sealed class ChartPainterTests
{
    private static readonly ChartMark Target = new("", 80, "80%", false);

    [Fact]
    public void A_bar_is_as_long_as_its_value()
    {
        var canvas = BarPainter.Paint(new ChartDrawing(false, true, null, [new("1", 100, "100%", false), new("2", 50, "50%", true)]));
        var whole = Count(canvas, Ink.Data);
        var half = Count(canvas, Ink.Missed);

        Assert.InRange((double)half / whole, 0.49, 0.51);
    }

    [Fact]
    public void The_target_crosses_all_bars_at_its_value()
    {
        var bare = new ChartDrawing(false, true, null, [new("1", 100, "100%", false)]);
        Assert.Equal(0, Count(BarPainter.Paint(bare), Ink.Target));
        Assert.True(Count(BarPainter.Paint(bare with { Target = Target }), Ink.Target) > 100);
    }

    [Fact]
    public void A_missing_period_leaves_the_line_open()
    {
        ChartMark[] whole = [new("I/24", 50, "50%", false), new("II/24", 50, "50%", false), new("III/24", 50, "50%", false)];
        var closed = Columns(LinePainter.Paint(new ChartDrawing(true, true, Target, whole)));
        var open = Columns(LinePainter.Paint(new ChartDrawing(true, true, Target, [whole[0], whole[1] with { Value = null }, whole[2]])));

        Assert.Equal(closed.Max() - closed.Min() + 1, closed.Count);
        Assert.True(open.Count < closed.Count / 4);
    }

    [Theory]
    [InlineData("98,6%", true)]
    [InlineData("III/24", true)]
    [InlineData("−1.234", true)]
    [InlineData("Sở Y tế", false)]
    public void Only_known_signs_are_drawn(string text, bool known) => Assert.Equal(known, Digits.Width(text, 18) > 0);

    [Fact]
    public void Flat_and_empty_data_draw_without_error()
    {
        foreach (var value in (double?[])[null, 0, -5])
        {
            var drawing = new ChartDrawing(true, false, null, [new("", value, "", false)]);
            Assert.NotEmpty(Png.Write(LinePainter.Paint(drawing)));
            Assert.NotEmpty(Png.Write(BarPainter.Paint(drawing with { IsLine = false })));
        }
    }

    [Fact]
    public void The_file_is_a_PNG_with_the_canvas_s_pixels()
    {
        var canvas = new Canvas(3, 2);
        canvas.Fill(0, 0, 3, 2, Ink.Data);
        var png = Png.Write(canvas);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal((3, 2), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var lines = new MemoryStream();
        new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress).CopyTo(lines);
        Assert.Equal([0, .. canvas.Line(0), 0, .. canvas.Line(1)], lines.ToArray());
        // The check sum of the closing chunk is the same in every PNG.
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], png[^4..]);
    }

    private static int Count(Canvas canvas, Ink ink) => Enumerable.Range(0, canvas.Height).Sum(y => Hits(canvas, y, ink).Count());

    private static HashSet<int> Columns(Canvas canvas) =>
        [.. Enumerable.Range(0, canvas.Height).SelectMany(y => Hits(canvas, y, Ink.Data))];

    private static IEnumerable<int> Hits(Canvas canvas, int y, Ink ink)
    {
        var line = canvas.Line(y).ToArray();
        return Enumerable
            .Range(0, canvas.Width)
            .Where(x => line.AsSpan(x * 4, 4).SequenceEqual((ReadOnlySpan<byte>)[ink.Red, ink.Green, ink.Blue, 255]));
    }
}
