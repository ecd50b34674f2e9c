using System.IO.Compression;
using Bot.Indicators.Proposals;
using Bot.Store.Documents;
using Bot.Store.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Tests.Store.Documents;

public sealed class WordTextTests
{
    [Fact]
    public void Paragraphs_and_cells_of_tables_are_lines_and_runs_are_joined_letter_for_letter()
    {
        var document = Word(
            new Paragraph(new Run(new Text("Sở Y tế ") { Space = SpaceProcessingModeValues.Preserve }), new Run(new Text("đạt 80%"))),
            new Table(new TableRow(new TableCell(new Paragraph(new Run(new Text("Ðơn vị"))))))
        );

        Assert.Equal("Sở Y tế đạt 80%\nÐơn vị\n", Read(document)!.Text);
    }

    [Fact]
    public void What_was_deleted_under_revision_is_left_out()
    {
        var document = Word(
            new Paragraph(
                new Run(new Text("đạt ") { Space = SpaceProcessingModeValues.Preserve }),
                new DeletedRun(new Run(new DeletedText("70%"))),
                new InsertedRun(new Run(new Text("80%")))
            )
        );

        Assert.Equal("đạt 80%\n", Read(document)!.Text);
    }

    [Fact]
    public void A_file_cut_short_or_no_zip_is_named()
    {
        var whole = Word(new Paragraph(new Run(new Text("Sở Y tế"))));

        foreach (var torn in (byte[][])[whole[..(whole.Length / 2)], "PK"u8.ToArray(), [], Zip(("other.txt", [1]))])
        {
            Assert.Equal(DocumentFault.Torn, Fault(torn));
        }
    }

    [Fact]
    public void Macros_and_what_unpacks_to_too_much_are_refused()
    {
        Assert.Equal(DocumentFault.Macros, Fault(Zip(("word/vbaProject.bin", [1]))));
        Assert.Equal(DocumentFault.TooLarge, Fault(Zip(("word/document.xml", new byte[65 * 1024 * 1024]))));
    }

    private static DocumentText? Read(byte[] bytes) => DocumentText.Read(new ImportFile("bao-cao.docx", bytes), out _);

    private static DocumentFault Fault(byte[] bytes)
    {
        Assert.Null(DocumentText.Read(new ImportFile("bao-cao.docx", bytes), out var fault));
        return fault;
    }

    private static byte[] Word(params OpenXmlElement[] body)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(body));
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }
}
