using System.Text.Json.Nodes;

namespace Bot.Testing;

/// <summary>A request to the model as it came over the wire.</summary>
/// <param name="Body">The whole body.</param>
public sealed record ModelRequest(JsonObject Body)
{
    /// <summary>Whether the answer is to come as a stream.</summary>
    public bool IsStreaming => Body["stream"]?.GetValue<bool>() == true;

    /// <summary>All words that were sent, of all roles.</summary>
    public string Text => string.Join('\n', Body["messages"]!.AsArray().Select(static m => Words(m!["content"])));

    /// <summary>What the user's messages say.</summary>
    public string User => Of("user");

    /// <summary>What the bot itself says to the model.</summary>
    public string System => Of("system");

    /// <summary>The schema of the answer; null where none is asked for.</summary>
    public JsonNode? Schema => Body["response_format"]?["json_schema"]?["schema"];

    /// <summary>The name of that schema: which prompt it is.</summary>
    public string? SchemaName => Body["response_format"]?["json_schema"]?["name"]?.GetValue<string>();

    public override string ToString() => $"{SchemaName}: {User[..Math.Min(200, User.Length)]}";

    private string Of(string role) =>
        string.Join(
            '\n',
            Body["messages"]!.AsArray().Where(m => m!["role"]!.GetValue<string>() == role).Select(static m => Words(m!["content"]))
        );

    // The content is a text, or a list of parts.
    private static string Words(JsonNode? content) =>
        content switch
        {
            JsonArray parts => string.Join('\n', parts.Select(static p => p!["text"]?.GetValue<string>())),
            JsonValue text => text.GetValue<string>(),
            _ => "",
        };
}
