using System.Text;
using System.Text.RegularExpressions;
using Bot.Indicators.Proposals;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Bot.Store.Documents;

/// <summary>The text layer of a PDF, a line of the page a line; page numbers are left out. What is only a picture of text is none.</summary>
internal static partial class PdfText
{
    private const int MostPages = 1000;
    private const int DeepestNesting = 64;

    // A reader that a hostile file keeps busy is left behind.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static string Read(ReadOnlyMemory<byte> bytes)
    {
        var whole = bytes.Span;
        if (
            whole[..Math.Min(1024, whole.Length)].IndexOf("%PDF-"u8) < 0
            || whole[Math.Max(0, whole.Length - 2048)..].IndexOf("%%EOF"u8) < 0
        )
        {
            throw Torn();
        }

        using var end = new CancellationTokenSource();
        var reading = Task.Factory.StartNew(
            () => Pages(bytes, end.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            if (reading.Wait(Longest))
            {
                return reading.Result;
            }
        }
        catch (AggregateException e) when (e.InnerException is UnreadableDocumentException unreadable)
        {
            throw unreadable;
        }

        end.Cancel();
        throw new UnreadableDocumentException(
            DocumentFault.TooLarge,
            "it takes too long to read",
            "save it as .docx or .txt, or paste the part that matters"
        );
    }

    private static string Pages(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ParsingOptions { FilterProvider = new BoundedFilters(), MaxStackDepth = DeepestNesting };
            using var document = PdfDocument.Open(bytes, options);
            if (document.NumberOfPages > MostPages)
            {
                throw new UnreadableDocumentException(
                    DocumentFault.TooLarge,
                    $"more than {MostPages} pages",
                    "split it, or paste the part that matters"
                );
            }

            var (lines, length) = (new List<string>(), 0);
            for (var number = 1; number <= document.NumberOfPages && length <= DocumentText.MostCharacters; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var page = ContentOrderTextExtractor.GetText(document.GetPage(number), addDoubleNewline: true).Normalize();
                lines.AddRange(Lines(page));
                length += page.Length;
            }

            return Legible(Joined(lines));
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableDocumentException(DocumentFault.Password, "it is protected by a password", "save it without one");
        }
        // The library meets whatever a broken file holds; nothing of it was kept.
        catch (Exception e) when (e is not UnreadableDocumentException)
        {
            throw Torn();
        }
    }

    // A sentence goes on over the page, past its number.
    private static IEnumerable<string> Lines(string page)
    {
        var lines = page.ReplaceLineEndings("\n").Trim().Split('\n');
        return lines.Where((line, i) => (i > 0 && i < lines.Length - 1) || !PageNumber().IsMatch(line)).Select(line => line.Trim());
    }

    // A line that is about as long as the longest goes on in the next, unless that is empty or begins an item.
    private static string Joined(List<string> lines)
    {
        var text = new StringBuilder();
        var full = lines.Select(line => line.Length).DefaultIfEmpty().Max() * 7 / 10;
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(lines[i]);
            var goesOn = lines[i].Length > full && i + 1 < lines.Count && lines[i + 1].Length > 0 && !Item().IsMatch(lines[i + 1]);
            text.Append(
                !goesOn ? "\n"
                : Broken().IsMatch(lines[i]) ? ""
                : " "
            );
        }

        return text.ToString();
    }

    private static string Legible(string text)
    {
        if (!text.Any(char.IsLetter))
        {
            throw new UnreadableDocumentException(
                DocumentFault.Scan,
                "no text in it: its pages are pictures, as of a scan",
                "let a program recognise the text first (OCR), or paste the text"
            );
        }

        // Fonts that do not say which letters they draw.
        return text.Count(c => c is '\ufffd' or '\0' or (>= '\ue000' and <= '\uf8ff')) * 20 > text.Length
            ? throw new UnreadableDocumentException(
                DocumentFault.Letters,
                "its fonts do not tell which letters they show",
                "save it as .docx or .txt, or paste the text"
            )
            : text;
    }

    private static UnreadableDocumentException Torn() =>
        new(DocumentFault.Torn, "no PDF that can be read whole", "save it again as .pdf, or as .docx or .txt");

    [GeneratedRegex(@"^\s*(?:(?:Trang|Page)\s+)?-?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*-?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:[-+\u2022|]|\w{1,3}[.)])\s", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    // "quý 2-" and "2023" on the next line
    [GeneratedRegex(@"\w[-/]$", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
