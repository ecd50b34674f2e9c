using System.Text.Json;
using Bot.Documents;
using Bot.Store.Documents;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary>Reads the PDF on standard input and writes what it holds; the server starts it for each (<see cref="PdfProcess"/>).</summary>
internal static class ReadPdfCommand
{
    public const string Verb = "read-pdf";

    public static async Task<int> RunAsync()
    {
        using var content = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(content);
        var read = DocumentText.Read(new ImportFile(Verb + ".pdf", content.ToArray()), out var fault);
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, new ReadPdf(read?.Text, read?.UnreadPages ?? "", fault), ReadPdfJson.Default.ReadPdf);
        return 0;
    }
}
