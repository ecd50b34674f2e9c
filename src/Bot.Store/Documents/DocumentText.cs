using Bot.Indicators.Proposals;
using Bot.Store.Tables;

namespace Bot.Store.Documents;

/// <summary>The plain text of a report or article: what quotes are exact to.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Text">Its text, at most <see cref="MostCharacters"/> characters.</param>
public sealed record DocumentText(string Name, string Text)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The longest text that is read, in UTF-16 units; some thousand pages.</summary>
    public const int MostCharacters = 4 * 1024 * 1024;

    /// <summary>Whether files of that name hold prose, by the extension.</summary>
    public static bool IsDocument(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".txt" or ".md" or ".docx" or ".pdf"
        && !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal);

    /// <summary>Reads a file; null, with the reason and what to do about it among the errors, where it can't be read whole.</summary>
    public static DocumentText? Read(ImportFile file, List<RowError> errors)
    {
        try
        {
            return new DocumentText(file.Name, Bounded(Decode(file)));
        }
        catch (UnreadableDocumentException unreadable)
        {
            errors.Add(new RowError(file.Name, 0, "", unreadable.Message, unreadable.Remedy) { Fault = unreadable.Fault });
            return null;
        }
    }

    private static string Decode(ImportFile file)
    {
        if (file.Content.Length > MostBytes)
        {
            throw new UnreadableDocumentException(
                DocumentFault.TooLarge,
                $"larger than {MostBytes / 1024 / 1024} MB",
                "split it, or paste the part that matters"
            );
        }

        return Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".txt" or ".md" => PlainText.Read(file.Content.Span),
            ".docx" => WordText.Read(file.Content),
            ".pdf" => PdfText.Read(file.Content),
            var other => throw new UnreadableDocumentException(
                DocumentFault.UnknownKind,
                $"'{other}' is no sort of document that is read",
                "save it as .docx, .pdf, .txt or .md"
            ),
        };
    }

    private static string Bounded(string text)
    {
        if (text.Length > MostCharacters)
        {
            throw new UnreadableDocumentException(
                DocumentFault.TooLarge,
                $"more than {MostCharacters} characters of text",
                "split it, or paste the part that matters"
            );
        }

        return string.IsNullOrWhiteSpace(text)
            ? throw new UnreadableDocumentException(DocumentFault.Empty, "no text in it", "check that the right file was chosen")
            : text;
    }
}
