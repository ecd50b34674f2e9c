using System.IO.Compression;
using System.Text;
using Bot.Indicators.Proposals;
using Bot.Store.Documents;
using Bot.Store.Tables;
using Bot.Tests.Understanding;
using Bot.Understanding.Statements;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace Bot.Tests.Store.Documents;

public sealed class PdfTextTests
{
    // The article as a browser prints it: justified lines, three small pages with their numbers.
    internal static readonly byte[] Printed = File.ReadAllBytes(Cases.PathOf("tests/Bot.Tests/Cases/Documents/founding-article.pdf"));

    [Fact]
    public void The_printed_article_yields_the_figures_and_remarks_of_its_text()
    {
        var article = File.ReadAllText(Cases.PathOf("tests/Bot.Tests/Cases/articles/founding-article.txt"));

        var printed = Facts(Read(Printed)!.Text);

        Assert.Equal(Facts(article), printed);

        List<string> Facts(string text) =>
            [
                .. new StatementReader(Cases.CanTho)
                    .Read(text, null)
                    .Facts.Select(f => $"{f.GetType().Name} {string.Join(' ', f.Quote.Text.Split((char[]?)null))}"),
            ];
    }

    [Fact]
    public void A_scan_without_text_says_so()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4).DrawLine(new(10, 10), new(200, 200));

        Assert.Equal(DocumentFault.Scan, Fault(builder.Build()));
    }

    [Fact]
    public void A_password_is_named() =>
        Assert.Equal(
            DocumentFault.Password,
            Fault(
                Written(
                    "<< /Length 0 >>\nstream\n\nendstream"u8.ToArray(),
                    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <"
                        + new string('1', 64)
                        + "> /U <"
                        + new string('2', 64)
                        + "> >> /ID [<31> <31>]"
                )
            )
        );

    [Theory]
    [InlineData(0x78, 0xda)]
    [InlineData(0x00, 0x00)] // No header of zlib, which the library passes over.
    public void What_unpacks_to_too_much_is_refused_before_it_is_unpacked(byte first, byte second)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var spaces = new byte[1 << 20];
            Array.Fill(spaces, (byte)' ');
            for (var i = 0; i < 400; i++)
            {
                zlib.Write(spaces);
            }
        }

        byte[] stream =
        [
            .. Encoding.ASCII.GetBytes($"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"),
            first,
            second,
            .. packed.ToArray()[2..],
            .. "\nendstream"u8,
        ];

        Assert.Equal(DocumentFault.TooLarge, Fault(Written(stream, "")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public void A_file_cut_short_is_named(int length) => Assert.Equal(DocumentFault.Torn, Fault(Printed[..length]));

    [Fact]
    public void Pages_that_are_pictures_among_pages_with_text_are_named_and_empty_ones_are_not()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica);
        foreach (var kind in "tp-ppt")
        {
            var page = builder.AddPage(PageSize.A4);
            if (kind == 't')
            {
                page.AddText("Nothing but letters", 12, new(50, 700), font);
            }
            else if (kind == 'p')
            {
                page.DrawLine(new(10, 10), new(200, 200));
                // A stamp of the page's number is no text.
                page.AddText("2", 12, new(300, 20), font);
            }
        }

        var read = Read(builder.Build())!;

        Assert.Equal("2, 4-5", read.UnreadPages);
        Assert.Equal(2, read.Text.Split("letters").Length - 1);
        Assert.Empty(Read(Printed)!.UnreadPages);
    }

    [Fact]
    public void More_than_a_thousand_pages_are_too_many()
    {
        var builder = new PdfDocumentBuilder();
        for (var i = 0; i < 1001; i++)
        {
            builder.AddPage(PageSize.A4);
        }

        Assert.Equal(DocumentFault.TooLarge, Fault(builder.Build()));
    }

    [Fact]
    public void What_takes_too_long_is_left() =>
        Assert.Equal(DocumentFault.TooSlow, Assert.Throws<UnreadableDocumentException>(() => PdfText.Read(Printed, TimeSpan.Zero)).Fault);

    [Fact]
    public void A_file_that_keeps_its_reader_busy_is_refused_in_time()
    {
        // Each form draws the next one twice: some millions of drawings from a file of some kilobytes.
        const int depth = 22;
        var forms = Enumerable
            .Range(0, depth)
            .Select(i =>
            {
                var draws = i + 1 < depth ? "/N Do /N Do" : "";
                return Encoding.ASCII.GetBytes(
                    $"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N {6 + i} 0 R >> >> /Length {draws.Length} >>\nstream\n{draws}\nendstream"
                );
            })
            .ToArray();
        var file = Written("<< /Length 5 >>\nstream\n/N Do\nendstream"u8.ToArray(), "", "/XObject << /N 5 0 R >>", forms);

        var refused = Assert.Throws<UnreadableDocumentException>(() => PdfText.Read(file, TimeSpan.FromMilliseconds(200)));
        Assert.Equal(DocumentFault.TooSlow, refused.Fault);
    }

    [Theory]
    [InlineData("LZWDecode")]
    [InlineData("RunLengthDecode")]
    public void What_is_packed_in_an_old_way_is_refused(string filter) =>
        Assert.Equal(
            DocumentFault.Torn,
            Fault(Written(Encoding.ASCII.GetBytes($"<< /Length 3 /Filter /{filter} >>\nstream\nabc\nendstream"), ""))
        );

    [Fact]
    public void Fonts_that_do_not_tell_their_letters_are_named()
    {
        var font = "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [6 0 R] >>"u8.ToArray();
        var glyphs =
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>"u8.ToArray();
        var descriptor =
            "<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80 >>"u8.ToArray();
        var text = "BT /F 12 Tf 50 700 Td <0003000400050006000700080009000A> Tj ET";

        var fault = Fault(
            Written(
                Encoding.ASCII.GetBytes($"<< /Length {text.Length} >>\nstream\n{text}\nendstream"),
                "",
                "/Font << /F 5 0 R >>",
                font,
                glyphs,
                descriptor
            )
        );

        Assert.Equal(DocumentFault.Letters, fault);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(20230328);
        for (var i = 0; i < 60; i++)
        {
            var damaged = (byte[])Printed.Clone();
            for (var j = 0; j < 40; j++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            // Any other exception fails.
            DocumentText.Read(new ImportFile("bao-cao.pdf", damaged), out _);
        }
    }

    private static DocumentText? Read(byte[] bytes) => DocumentText.Read(new ImportFile("bao-cao.pdf", bytes), out _);

    private static DocumentFault Fault(byte[] bytes)
    {
        Assert.Null(DocumentText.Read(new ImportFile("bao-cao.pdf", bytes), out var fault));
        return fault;
    }

    // One page with that stream, written by hand; other objects begin with number 5.
    internal static byte[] Written(byte[] stream, string trailer, string resources = "", params byte[][] others)
    {
        List<byte> file = [.. "%PDF-1.4\n"u8];
        List<int> offsets = [];
        foreach (
            var body in (byte[][])
                [
                    "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"u8.ToArray(),
                    Encoding.ASCII.GetBytes(
                        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>"
                    ),
                    stream,
                    .. others,
                ]
        )
        {
            offsets.Add(file.Count);
            file.AddRange([.. Encoding.ASCII.GetBytes($"{offsets.Count} 0 obj\n"), .. body, .. "\nendobj\n"u8]);
        }

        var start = file.Count;
        file.AddRange(Encoding.ASCII.GetBytes($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(o => file.AddRange(Encoding.ASCII.GetBytes($"{o:D10} 00000 n \n")));
        file.AddRange(
            Encoding.ASCII.GetBytes($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n")
        );
        return [.. file];
    }
}
