using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>A reaction to a message.</summary>
public sealed record MessageReaction
{
    /// <summary>like, heart, laugh, surprised, sad, angry or a newer emoji's name: an open list (bot-protocol 1.4).</summary>
    public string Type { get; set; } = "";

    /// <summary>Members that this model does not name, as sent; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
