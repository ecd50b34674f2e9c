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
    private static readonly byte[] Printed = File.ReadAllBytes(Cases.PathOf("tests/Bot.Tests/Cases/Documents/founding-article.pdf"));

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
    public void A_scan_without_text_says_so_and_what_to_do()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4).DrawLine(new(10, 10), new(200, 200));

        var error = Error(builder.Build());

        Assert.Equal(DocumentFault.Scan, error.Fault);
        Assert.Contains("scan", error.Reason, StringComparison.Ordinal);
        Assert.Contains("OCR", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_named() =>
        Assert.Contains(
            "password",
            Error(
                Written(
                    "<< /Length 0 >>\nstream\n\nendstream"u8.ToArray(),
                    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <"
                        + new string('1', 64)
                        + "> /U <"
                        + new string('2', 64)
                        + "> >> /ID [<31> <31>]"
                )
            ).Reason,
            StringComparison.Ordinal
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

        Assert.Contains("too large", Error(Written(stream, "")).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public void A_file_cut_short_is_named_with_what_to_do(int length) =>
        Assert.Contains(".pdf", Error(Printed[..length]).Remedy, StringComparison.Ordinal);

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

            List<RowError> errors = [];
            Assert.Equal(DocumentText.Read(new ImportFile("bao-cao.pdf", damaged), errors) is null, errors.Count == 1);
        }
    }

    private static DocumentText? Read(byte[] bytes) => DocumentText.Read(new ImportFile("bao-cao.pdf", bytes), []);

    private static RowError Error(byte[] bytes)
    {
        List<RowError> errors = [];
        Assert.Null(DocumentText.Read(new ImportFile("bao-cao.pdf", bytes), errors));
        return Assert.Single(errors);
    }

    // One page with that stream, written by hand.
    private static byte[] Written(byte[] stream, string trailer)
    {
        List<byte> file = [.. "%PDF-1.4\n"u8];
        List<int> offsets = [];
        foreach (
            var body in (byte[][])
                [
                    "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"u8.ToArray(),
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>"u8.ToArray(),
                    stream,
                ]
        )
        {
            offsets.Add(file.Count);
            file.AddRange([.. Encoding.ASCII.GetBytes($"{offsets.Count} 0 obj\n"), .. body, .. "\nendobj\n"u8]);
        }

        var start = file.Count;
        file.AddRange("xref\n0 5\n0000000000 65535 f \n"u8);
        offsets.ForEach(o => file.AddRange(Encoding.ASCII.GetBytes($"{o:D10} 00000 n \n")));
        file.AddRange(Encoding.ASCII.GetBytes($"trailer\n<< /Size 5 /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"));
        return [.. file];
    }
}
