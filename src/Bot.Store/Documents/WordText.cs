using System.IO.Compression;
using System.Text;
using Bot.Indicators.Proposals;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Store.Documents;

/// <summary>The text of a Word document, one paragraph a line, those of tables too; what was deleted under revision is left out.</summary>
internal static class WordText
{
    private const long MostUnpacked = 64 * 1024 * 1024;
    private const int MostParts = 2000;

    public static string Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            Refuse(stream);
            stream.Position = 0;
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            var body = document.MainDocumentPart?.Document?.Body ?? throw new InvalidDataException("no body");
            var text = new StringBuilder();
            foreach (var paragraph in body.Descendants<Paragraph>())
            {
                Append(paragraph, text);
                text.Append('\n');
                if (text.Length > DocumentText.MostCharacters)
                {
                    break;
                }
            }

            return text.ToString();
        }
        catch (Exception e) when (OfficePackage.IsTorn(e))
        {
            throw new UnreadableDocumentException(DocumentFault.Torn);
        }
    }

    // A zip says of every part how large it gets, and its reader cuts off a part that lies.
    private static void Refuse(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (OfficePackage.HoldsMacros(zip))
        {
            throw new UnreadableDocumentException(DocumentFault.Macros);
        }

        // Pictures are not unpacked; only what is text counts.
        var texts = zip.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
        if (zip.Entries.Count > MostParts || texts.Sum(part => part.Length) > MostUnpacked)
        {
            throw new UnreadableDocumentException(DocumentFault.TooLarge);
        }
    }

    // A text box stands inside a paragraph and has paragraphs of its own, in two forms of which the second is for old programs.
    private static void Append(Paragraph paragraph, StringBuilder text)
    {
        foreach (var part in paragraph.Descendants())
        {
            if (part is not (Text or TabChar or Break) || part.Ancestors<Paragraph>().First() != paragraph)
            {
                continue;
            }

            if (!part.Ancestors<AlternateContentFallback>().Any())
            {
                text.Append(part is Text words ? words.Text : " ");
            }
        }
    }
}
