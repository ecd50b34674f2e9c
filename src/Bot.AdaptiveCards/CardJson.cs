using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.AdaptiveCards;

/// <summary>Writes cards as the JSON that goes into an attachment's content.</summary>
public static class CardJson
{
    // An attachment is JSON inside JSON, never inside HTML: letters beyond ASCII stay as they are and take half the bytes.
    private static readonly CardJsonContext Context = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 128,
        }
    );

    /// <summary>The card as UTF-8, without members that are null.</summary>
    public static byte[] ToUtf8(AdaptiveCard card) => JsonSerializer.SerializeToUtf8Bytes(card, Context.AdaptiveCard);
}

[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
