using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Activities;
using Bot.Cards;

namespace Bot.CardActions;

/// <summary>The body that answers an invoke <c>adaptiveCard/action</c>; the HTTP status is 200 also where the inner one is not (bot-protocol 4.3).</summary>
internal static class CardInvoke
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Replaces the card, or shows a line of text under it.</summary>
    public static InvokeResponse Answer(CardMessage message) =>
        message.Card.IsEmpty
            ? Write(200, "application/vnd.microsoft.activity.message", json => json.WriteStringValue(message.Text))
            : Write(200, Attachment.AdaptiveCard, json => json.WriteRawValue(message.Card.Span, skipInputValidation: true));

    /// <summary>Says what is wrong with the click.</summary>
    public static InvokeResponse Error(string code, string message) =>
        Write(
            400,
            "application/vnd.microsoft.error",
            json =>
            {
                json.WriteStartObject();
                json.WriteString("code", code);
                json.WriteString("message", message);
                json.WriteEndObject();
            }
        );

    private static InvokeResponse Write(int status, string type, Action<Utf8JsonWriter> value)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode", status);
            json.WriteString("type", type);
            json.WritePropertyName("value");
            value(json);
            json.WriteEndObject();
        }

        return new InvokeResponse(200, new RawJson(body.WrittenMemory));
    }
}
