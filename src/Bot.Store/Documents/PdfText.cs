using System.Text;
using System.Text.RegularExpressions;
using Bot.Indicators.Proposals;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Bot.Store.Documents;

/// <summary>The text layer of a PDF, a line of the page a line; page numbers are left out. Pages that are only pictures are named.</summary>
internal static partial class PdfText
{
    private const int MostPages = 1000;
    private const int DeepestNesting = 64;

    // What a hostile file keeps busy is left then; between pages it ends by itself.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static (string Text, string UnreadPages) Read(ReadOnlyMemory<byte> bytes) => Read(bytes, Longest);

    public static (string Text, string UnreadPages) Read(ReadOnlyMemory<byte> bytes, TimeSpan longest)
    {
        var whole = bytes.Span;
        if (
            whole[..Math.Min(1024, whole.Length)].IndexOf("%PDF-"u8) < 0
            || whole[Math.Max(0, whole.Length - 2048)..].IndexOf("%%EOF"u8) < 0
        )
        {
            throw Torn();
        }

        // On a thread of its own: forms that draw each other have the library busy for years, without a place to ask in. It is left then;
        // to abort it could end the process.
        using var end = new CancellationTokenSource();
        var token = end.Token;
        var reading = Task.Factory.StartNew(
            () => Pages(bytes, token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            if (reading.Wait(longest))
            {
                return reading.Result;
            }
        }
        catch (AggregateException e) when (e.InnerException is UnreadableDocumentException unreadable)
        {
            throw unreadable;
        }

        end.Cancel();
        throw new UnreadableDocumentException(DocumentFault.TooSlow);
    }

    private static (string Text, string UnreadPages) Pages(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ParsingOptions { FilterProvider = new BoundedFilters(), MaxStackDepth = DeepestNesting };
            using var document = PdfDocument.Open(bytes, options);
            if (document.NumberOfPages > MostPages)
            {
                throw new UnreadableDocumentException(DocumentFault.TooLarge);
            }

            var (lines, unread, length, hasUntold) = (new List<string>(), new List<int>(), 0, false);
            for (var number = 1; number <= document.NumberOfPages && length <= DocumentText.MostCharacters; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var page = document.GetPage(number);
                var text = ContentOrderTextExtractor.GetText(page, addDoubleNewline: true).Normalize();
                var read = Lines(text).ToList();
                if (!read.Exists(line => line.Any(char.IsLetter)) && (page.NumberOfImages > 0 || page.Paths.Count > 0))
                {
                    unread.Add(number);
                }

                lines.AddRange(read);
                length += text.Length;
                hasUntold |= page.Letters.Any(IsUntold);
            }

            return (Legible(Joined(lines), hasUntold), Ranges(unread));
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableDocumentException(DocumentFault.Password);
        }
        // A process that reads for others has little memory (the host's PdfProcess).
        catch (OutOfMemoryException)
        {
            throw new UnreadableDocumentException(DocumentFault.TooLarge);
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

    // "3, 5-9"
    private static string Ranges(List<int> pages) =>
        string.Join(
            ", ",
            pages
                .Select((page, i) => (Page: page, Run: page - i))
                .GroupBy(p => p.Run, p => p.Page)
                .Select(run => run.Count() == 1 ? $"{run.First()}" : $"{run.First()}-{run.Last()}")
        );

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

    // A glyph of a font that does not say which letter it is.
    private static bool IsUntold(UglyToad.PdfPig.Content.Letter letter) =>
        letter.Value is null or "" || letter.Value[0] is '\ufffd' or < ' ' or (>= '\ue000' and <= '\uf8ff');

    private static string Legible(string text, bool hasUntold)
    {
        if (!text.Any(char.IsLetter))
        {
            throw new UnreadableDocumentException(hasUntold ? DocumentFault.Letters : DocumentFault.Scan);
        }

        // Fonts that do not say which letters they draw.
        return text.Count(c => c is '\ufffd' or '\0' or (>= '\ue000' and <= '\uf8ff')) * 20 > text.Length
            ? throw new UnreadableDocumentException(DocumentFault.Letters)
            : text;
    }

    private static UnreadableDocumentException Torn() => new(DocumentFault.Torn);

    [GeneratedRegex(@"^\s*(?:(?:Trang|Page)\s+)?-?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*-?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:[-+\u2022|]|\w{1,3}[.)])\s", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    // "quý 2-" and "2023" on the next line
    [GeneratedRegex(@"\w[-/]$", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
