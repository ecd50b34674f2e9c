using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>Prompts that the client offers beneath a message.</summary>
public sealed record SuggestedActions
{
    /// <summary>Ids of those who see them. Real clients ask for the member.</summary>
    public IList<string>? To { get; set; }

    /// <summary>The prompts.</summary>
    public IList<SuggestedAction> Actions { get; set; } = [];

    /// <summary>Members that this model does not name, as sent; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Prompts that are sent as the user's own words when pressed.</summary>
    /// <param name="to">The id of the person who sees them.</param>
    /// <param name="prompts">What each says.</param>
    public static SuggestedActions FromPrompts(string to, IEnumerable<string> prompts) =>
        new() { To = [to], Actions = [.. prompts.Select(static prompt => SuggestedAction.FromPrompt(prompt))] };
}

/// <summary>One suggested prompt.</summary>
public sealed record SuggestedAction
{
    /// <summary>What pressing does, for example imBack.</summary>
    public string Type { get; set; } = "imBack";

    /// <summary>The words on the button.</summary>
    public string? Title { get; set; }

    /// <summary>What is sent; text for imBack.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>Members that this model does not name, as sent; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>A prompt sent as the user's own words.</summary>
    public static SuggestedAction FromPrompt(string prompt) =>
        new() { Title = prompt, Value = RawJson.From(prompt, ActivityJsonContext.Wire.String).Parse() };
}
