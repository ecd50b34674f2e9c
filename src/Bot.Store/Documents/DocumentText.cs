using Bot.Indicators.Proposals;
using Bot.Store.Tables;

namespace Bot.Store.Documents;

/// <summary>The plain text of a report or article: what quotes are exact to.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Text">Its text, at most <see cref="MostCharacters"/> characters.</param>
public sealed record DocumentText(string Name, string Text)
{
    /// <summary>The pages that are only pictures, as <c>3, 5-9</c>: nothing of them is in the text. Empty where all was read.</summary>
    public string UnreadPages { get; init; } = "";

    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The longest text that is read, in UTF-16 units; some thousand pages.</summary>
    public const int MostCharacters = 4 * 1024 * 1024;

    /// <summary>Whether files of that name hold prose, by the extension.</summary>
    public static bool IsDocument(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".txt" or ".md" or ".docx" or ".pdf"
        && !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal);

    /// <summary>Reads a file; null, with why, where it can't be read whole.</summary>
    public static DocumentText? Read(ImportFile file, out DocumentFault fault)
    {
        try
        {
            fault = default;
            var (text, unread) = Decode(file);
            return new DocumentText(file.Name, Bounded(text)) { UnreadPages = unread };
        }
        catch (UnreadableDocumentException unreadable)
        {
            fault = unreadable.Fault;
            return null;
        }
    }

    private static (string Text, string UnreadPages) Decode(ImportFile file)
    {
        if (file.Content.Length > MostBytes)
        {
            throw new UnreadableDocumentException(DocumentFault.TooLarge);
        }

        return Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".txt" or ".md" => (PlainText.Read(file.Content.Span), ""),
            ".docx" => (WordText.Read(file.Content), ""),
            ".pdf" => PdfText.Read(file.Content),
            _ => throw new UnreadableDocumentException(DocumentFault.UnknownKind),
        };
    }

    private static string Bounded(string text)
    {
        if (text.Length > MostCharacters)
        {
            throw new UnreadableDocumentException(DocumentFault.TooLarge);
        }

        return string.IsNullOrWhiteSpace(text) ? throw new UnreadableDocumentException(DocumentFault.Empty) : text;
    }
}
