using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>Metadata of an activity; unknown types and malformed members are kept and ignored, never an error (ACT A2105).</summary>
public sealed record Entity
{
    /// <summary>What the entity is: mention, clientInfo or something unknown to us; null when not said.</summary>
    public string? Type { get; set; }

    /// <summary>All other members, as sent; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Members { get; set; }

    /// <summary>The member's text; null when it is absent or no text.</summary>
    public string? Text(string member) =>
        Members is not null && Members.TryGetValue(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
