using System.Text;
using Bot.Indicators.Proposals;
using Bot.Store.Documents;
using Bot.Store.Tables;

namespace Bot.Tests.Store.Documents;

public sealed class PlainTextTests
{
    private const string Sentence = "Tỷ lệ văn bản đi được ký số đạt 100%.";

    public static TheoryData<byte[]> Encodings =>
        [
            Encoding.UTF8.GetBytes(Sentence),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sentence)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sentence)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sentence)],
        ];

    public static TheoryData<byte[], DocumentFault> Unreadable =>
        new()
        {
            // "Tỷ lệ đạt" as Windows-1258 has it
            { [0x54, 0x79, 0xd2, 0x20, 0x6c, 0xea, 0xf2, 0x20, 0xf0, 0x61, 0xf2, 0x74], DocumentFault.Encoding },
            { [0x54, 0x00, 0x79, 0x00], DocumentFault.Encoding },
            { [], DocumentFault.Empty },
            { [0x20, 0x0a, 0x20], DocumentFault.Empty },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_the_encoding_that_it_declares(byte[] bytes) =>
        Assert.Equal(Sentence, DocumentText.Read(new ImportFile("a.txt", bytes), out _)?.Text);

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_readable_text_is_refused(byte[] bytes, DocumentFault fault)
    {
        Assert.Null(DocumentText.Read(new ImportFile("a.md", bytes), out var said));
        Assert.Equal(fault, said);
    }

    [Fact]
    public void A_text_that_is_too_large_is_refused_before_it_is_decoded()
    {
        Assert.Null(DocumentText.Read(new ImportFile("a.txt", new byte[DocumentText.MostBytes + 1]), out var fault));
        Assert.Equal(DocumentFault.TooLarge, fault);
    }
}
