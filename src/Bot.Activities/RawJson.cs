using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Activities;

/// <summary>One JSON value already written as UTF-8: a card is serialised once, and its bytes go into each activity as they are.</summary>
/// <param name="utf8">The bytes of exactly one valid JSON value; they are not checked again.</param>
[JsonConverter(typeof(RawJsonConverter))]
public sealed class RawJson(ReadOnlyMemory<byte> utf8)
{
    /// <summary>The value's bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The value written by a source-generated contract.</summary>
    public static RawJson From<T>(T value, JsonTypeInfo<T> contract) => new(JsonSerializer.SerializeToUtf8Bytes(value, contract));

    /// <summary>The value that a text of JSON holds; the text is not checked again.</summary>
    public static RawJson FromText(string json) => new(Encoding.UTF8.GetBytes(json));

    /// <summary>The value read into memory of its own.</summary>
    public JsonElement Parse()
    {
        var reader = new Utf8JsonReader(Utf8.Span, new JsonReaderOptions { MaxDepth = ActivityJsonContext.Depth });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The JSON as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}

internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            var element = JsonSerializer.Deserialize(ref reader, ActivityJsonContext.Wire.JsonElement);
            return new RawJson(JsonMarshal.GetRawUtf8Value(element).ToArray());
        }
        catch (JsonException e)
        {
            // Without a path of its own it is given that of the whole activity.
            throw new JsonException(null, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
