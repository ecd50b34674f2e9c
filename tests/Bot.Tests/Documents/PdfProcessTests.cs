using System.Diagnostics;
using System.Text;
using Bot.Documents;
using Bot.Indicators.Proposals;
using Bot.Store.Documents;
using Bot.Store.Tables;
using Bot.Tests.Store.Documents;

namespace Bot.Tests.Documents;

/// <summary>A PDF goes through the process that reads it; what it does there, it does to that process alone.</summary>
public sealed class PdfProcessTests
{
    [Fact]
    public async Task The_process_reads_what_the_library_reads()
    {
        var file = new ImportFile("bao-cao.PDF", PdfTextTests.Printed);

        var (read, _) = await PdfProcess.ReadAsync(file, default);

        Assert.Equal(DocumentText.Read(file, out _), read);
    }

    [Fact]
    public async Task A_fault_has_its_name() =>
        Assert.Equal(
            (null, DocumentFault.Torn),
            await PdfProcess.ReadAsync(new("bao-cao.pdf", PdfTextTests.Printed.AsMemory(0, 5000)), default)
        );

    [Fact]
    public async Task A_file_that_fills_the_memory_is_refused_and_takes_none_of_ours()
    {
        // Each form writes a line and draws the next one twice: billions of letters from a file of some kilobytes.
        const int depth = 26;
        var forms = Enumerable
            .Range(0, depth)
            .Select(i =>
            {
                var draws = $"BT /F 9 Tf ({new string('a', 400)}) Tj ET " + (i + 1 < depth ? "/N Do /N Do" : "");
                return Encoding.ASCII.GetBytes(
                    $"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /N {6 + i} 0 R >> >> /Length {draws.Length} >>\nstream\n{draws}\nendstream"
                );
            })
            .ToArray();
        var file = PdfTextTests.Written("<< /Length 5 >>\nstream\n/N Do\nendstream"u8.ToArray(), "", "/XObject << /N 5 0 R >>", forms);
        var before = Process.GetCurrentProcess().PrivateMemorySize64;

        var (read, fault) = await PdfProcess.ReadAsync(new("bao-cao.pdf", file), default);

        Assert.Null(read);
        Assert.Contains(fault, (DocumentFault[])[DocumentFault.TooLarge, DocumentFault.TooSlow]);
        Assert.InRange(Process.GetCurrentProcess().PrivateMemorySize64 - before, long.MinValue, 300L << 20);
    }

    [Fact]
    public async Task Whoever_waits_no_longer_is_let_go()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            PdfProcess.ReadAsync(new("bao-cao.pdf", PdfTextTests.Printed), gone.Token)
        );
    }
}
