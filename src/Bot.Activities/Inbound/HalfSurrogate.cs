using System.Text.Json;

namespace Bot.Activities.Inbound;

/// <summary>Finds \uD800 without its other half: such JSON parses, but the text throws whenever somebody reads it later.</summary>
internal static class HalfSurrogate
{
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static bool In(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return false;
        }
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityJsonContext.Depth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !Readable(ref reader))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Readable(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
