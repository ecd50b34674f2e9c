using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.AdaptiveCards;

/// <summary>Writes cards as the JSON that goes into an attachment's content.</summary>
public static class CardJson
{
    // An attachment is JSON inside JSON, never inside HTML: letters beyond ASCII stay as they are and take half the bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card as UTF-8, without members that are null.</summary>
    public static byte[] ToUtf8(AdaptiveCard card)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            new CardWriter(json).Write(card);
        }

        return bytes.WrittenSpan.ToArray();
    }
}
