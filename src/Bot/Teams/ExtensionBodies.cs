using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Activities;
using Bot.Cards;
using Bot.Cards.Searching;

namespace Bot.Teams;

/// <summary>The bodies that answer what a message extension asks: rows, one card, a line of text, a dialog (bot-protocol 4.4, 4.5).</summary>
internal static class ExtensionBodies
{
    private const string Thumbnail = "application/vnd.microsoft.card.thumbnail";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rows to choose from; each carries its query and no figure, which is made when it is chosen.</summary>
    public static InvokeResponse Rows(IEnumerable<SearchHit> hits, string language) =>
        Result(json =>
        {
            foreach (var hit in hits)
            {
                json.WriteStartObject();
                json.WriteString("contentType", Thumbnail);
                json.WritePropertyName("content");
                WriteRow(json, hit, tap: null);
                json.WriteStartObject("preview");
                json.WriteString("contentType", Thumbnail);
                json.WritePropertyName("content");
                WriteRow(json, hit, tap: language);
                json.WriteEndObject();
                json.WriteEndObject();
            }
        });

    /// <summary>The card that is put into the message.</summary>
    public static InvokeResponse Card(CardMessage message) =>
        Result(json =>
        {
            json.WriteStartObject();
            json.WriteString("contentType", Attachment.AdaptiveCard);
            json.WritePropertyName("content");
            json.WriteRawValue(message.Card.Span, skipInputValidation: true);
            json.WriteStartObject("preview");
            json.WriteString("contentType", Thumbnail);
            json.WriteStartObject("content");
            json.WriteString("title", message.Summary);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });

    /// <summary>A line of text in the place of rows.</summary>
    public static InvokeResponse Said(string text) =>
        Write(json =>
        {
            json.WriteStartObject("composeExtension");
            json.WriteString("type", "message");
            json.WriteString("text", text);
            json.WriteEndObject();
        });

    /// <summary>A dialog that shows the reply: its card, or its line of text, which closes it.</summary>
    public static InvokeResponse Dialog(string title, CardMessage message) =>
        message.Card.IsEmpty
            ? Closing(message.Text ?? message.Summary)
            : Write(json =>
            {
                json.WriteStartObject("task");
                json.WriteString("type", "continue");
                json.WriteStartObject("value");
                json.WriteString("title", title);
                json.WriteString("height", "large");
                json.WriteString("width", "large");
                json.WriteStartObject("card");
                json.WriteString("contentType", Attachment.AdaptiveCard);
                json.WritePropertyName("content");
                json.WriteRawValue(message.Card.Span, skipInputValidation: true);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
            });

    /// <summary>A line of text that closes the dialog.</summary>
    public static InvokeResponse Closing(string text) =>
        Write(json =>
        {
            json.WriteStartObject("task");
            json.WriteString("type", "message");
            json.WriteString("value", text);
            json.WriteEndObject();
        });

    private static InvokeResponse Result(Action<Utf8JsonWriter> attachments) =>
        Write(json =>
        {
            json.WriteStartObject("composeExtension");
            json.WriteString("type", "result");
            json.WriteString("attachmentLayout", "list");
            json.WriteStartArray("attachments");
            attachments(json);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteRow(Utf8JsonWriter json, SearchHit hit, string? tap)
    {
        json.WriteStartObject();
        json.WriteString("title", hit.Title);
        json.WriteString("text", hit.Line);
        if (tap is not null)
        {
            json.WriteStartObject("tap");
            json.WriteString("type", "invoke");
            json.WriteStartObject("value");
            json.WriteString("query", hit.Query.ToString());
            json.WriteString("lang", tap);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static InvokeResponse Write(Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new InvokeResponse(200, new RawJson(body.WrittenMemory));
    }
}
