using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Activities;

/// <summary>The answer to an invoke: it is the HTTP response itself (bot-protocol 4).</summary>
/// <param name="Status">HTTP status, 200 even where the body's own statusCode says otherwise.</param>
/// <param name="Body">The JSON body; null for an empty one.</param>
public sealed record InvokeResponse(int Status, RawJson? Body = null)
{
    /// <summary>200 without a body.</summary>
    public static InvokeResponse Ok { get; } = new((int)HttpStatusCode.OK);

    /// <summary>501: nobody here knows an invoke of this name.</summary>
    public static InvokeResponse NotImplemented { get; } = new((int)HttpStatusCode.NotImplemented);

    /// <summary>The replies to an activity with deliveryMode expectReplies (ACT A3110).</summary>
    public static InvokeResponse ForReplies(IEnumerable<Activity> replies)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("activities");
            foreach (var reply in replies)
            {
                JsonSerializer.Serialize(writer, reply, ActivityJsonContext.Outgoing);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return new InvokeResponse((int)HttpStatusCode.OK, new RawJson(body.WrittenMemory));
    }
}
