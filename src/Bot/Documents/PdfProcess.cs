using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Bot.Commands;
using Bot.Indicators.Proposals;
using Bot.Store.Documents;
using Bot.Store.Tables;

namespace Bot.Documents;

/// <summary>
/// Reads documents, a PDF in a process of its own: what a hostile one does to its reader (memory without end, a loop without end, a crash) ends
/// with that process and leaves the server as it was (decision 0010). The process is this program with the verb <see cref="ReadPdfCommand.Verb"/>; it takes the
/// file on its standard input, writes what it read on its standard output, and has none of the server's settings and secrets.
/// </summary>
internal static class PdfProcess
{
    private const string Pdf = ".pdf";

    // In hexadecimal, as the runtime reads it: 1 GB.
    private const string MostMemory = "40000000";

    // The reader gives up by itself before that.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // What a process needs to start; all else stays here.
    private static readonly string[] Kept =
    [
        "PATH",
        "HOME",
        "USERPROFILE",
        "SYSTEMROOT",
        "TEMP",
        "TMP",
        "TMPDIR",
        "LANG",
        "DOTNET_ROOT",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
    ];

    // Two hostile files at once are as much memory as is lent.
    private static readonly SemaphoreSlim Places = new(2);

    /// <summary>Reads a file; no text, with why, where it can't be read whole.</summary>
    public static async Task<(DocumentText? Text, DocumentFault Fault)> ReadAsync(ImportFile file, CancellationToken cancellationToken)
    {
        if (!Path.GetExtension(file.Name).Equals(Pdf, StringComparison.OrdinalIgnoreCase))
        {
            return (DocumentText.Read(file, out var fault), fault);
        }

        var content = file.Content;
        if (content.Length > DocumentText.MostBytes)
        {
            return (null, DocumentFault.TooLarge);
        }

        await Places.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(file.Name, content, cancellationToken);
        }
        finally
        {
            Places.Release();
        }
    }

    private static async Task<(DocumentText? Text, DocumentFault Fault)> ReadAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    )
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Longest);
        using var process = Process.Start(Self()) ?? throw new InvalidOperationException("no process");
        try
        {
            var told = JsonSerializer.DeserializeAsync(process.StandardOutput.BaseStream, ReadPdfJson.Default.ReadPdf, late.Token);
            // It may fill the pipe with what it complains of.
            var complaints = process.StandardError.ReadToEndAsync(late.Token);
            await process.StandardInput.BaseStream.WriteAsync(content, late.Token);
            process.StandardInput.Close();
            var (text, unread, fault) = (await told)!;
            await complaints;
            return (text is null ? null : new DocumentText(name, text) { UnreadPages = unread }, fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, DocumentFault.TooSlow);
        }
        // It ended without a word: out of memory, or out of stack.
        catch (Exception e) when (e is IOException or JsonException)
        {
            return (null, DocumentFault.Torn);
        }
        finally
        {
            End(process);
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        // It has ended by itself.
        catch (Exception e) when (e is InvalidOperationException or Win32Exception) { }
    }

    private static ProcessStartInfo Self()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "Bot.dll");
        var program = Environment.ProcessPath ?? "";
        var own = Path.GetFileNameWithoutExtension(program) == Path.GetFileNameWithoutExtension(library);
        var start = own
            ? new ProcessStartInfo(program, [ReadPdfCommand.Verb])
            : new ProcessStartInfo(
                Path.GetFileNameWithoutExtension(program) == "dotnet" ? program : "dotnet",
                [library, ReadPdfCommand.Verb]
            );
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        foreach (var name in start.Environment.Keys.Where(k => !Kept.Contains(k, StringComparer.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory;
        start.Environment["DOTNET_gcServer"] = "0";
        // Of a process that breaks nothing is kept.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }
}
