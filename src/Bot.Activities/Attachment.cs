using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>A card or a file on a message.</summary>
public sealed record Attachment
{
    /// <summary>Content type of an Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>The media type; an unknown one is a file that can be downloaded (ACT A3052).</summary>
    public string ContentType { get; set; } = "";

    /// <summary>Where the file lies; null for content inside the activity.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>The content itself, JSON as it was sent or as it will be written; null for content behind an address.</summary>
    public RawJson? Content { get; set; }

    /// <summary>The file's name; null when it has none.</summary>
    public string? Name { get; set; }

    /// <summary>Members that this model does not name, as sent; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>An attachment that carries an Adaptive Card, already serialised.</summary>
    public static Attachment FromCard(RawJson card) => new() { ContentType = AdaptiveCard, Content = card };
}
