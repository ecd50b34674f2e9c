using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Testing;

/// <summary>The activities of real clients in tests/Bot.Tests/Cases/captures: as a member "activity", or as bodies of recorded requests.</summary>
public static class Captures
{
    /// <summary>All of them, by file and number.</summary>
    public static IReadOnlyList<(string Name, string Json)> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(BotProcess.Root, "tests", "Bot.Tests", "Cases", "captures"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(static file => In(file).Select((json, index) => ($"{Path.GetFileNameWithoutExtension(file)}:{index}", json))),
    ];

    /// <summary>One capture's activity, with changes made to it.</summary>
    public static byte[] Changed(string name, Action<JsonObject> change)
    {
        var activity = JsonNode.Parse(All.Single(capture => capture.Name == $"{name}:0").Json)!.AsObject();
        change(activity);
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    private static IEnumerable<string> In(string file)
    {
        var record = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        if (record["activity"] is JsonObject activity)
        {
            yield return activity.ToJsonString();
        }
        foreach (var exchange in record["sent"]?.AsArray() ?? [record])
        {
            if (exchange?["request"]?["body"] is JsonObject body && body.ContainsKey("type"))
            {
                yield return body.ToJsonString();
            }
        }
    }

    /// <summary>Whether two JSON texts say the same; the order of members has no meaning.</summary>
    public static bool SameJson(string one, string other) => JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));

    /// <summary>JSON as a value.</summary>
    public static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
