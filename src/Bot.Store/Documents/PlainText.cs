using System.Text;
using Bot.Indicators.Proposals;

namespace Bot.Store.Documents;

/// <summary>Decodes plain text: UTF-8, or UTF-16 with a byte order mark. Other encodings are refused, never guessed.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = bytes switch
            {
                [0xff, 0xfe, ..] => LittleEndian.GetString(bytes[2..]),
                [0xfe, 0xff, ..] => BigEndian.GetString(bytes[2..]),
                [0xef, 0xbb, 0xbf, ..] => Utf8.GetString(bytes[3..]),
                _ => Utf8.GetString(bytes),
            };
            return text.Contains('\0', StringComparison.Ordinal) ? throw new UnreadableDocumentException(DocumentFault.Encoding) : text;
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableDocumentException(DocumentFault.Encoding);
        }
    }
}
