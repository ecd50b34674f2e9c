using System.Text.Json;

namespace Bot.Activities.Outbound;

/// <summary>Reads {"id"} out of an answer without building objects.</summary>
internal static class ConnectorAnswer
{
    /// <summary>The id; null when the answer holds none.</summary>
    public static string? IdIn(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("id"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The connector took the message; an answer that cannot be read must not make it look refused.
            return null;
        }
    }
}
