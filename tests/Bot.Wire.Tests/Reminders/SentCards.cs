using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing;

namespace Bot.Wire.Tests.Reminders;

/// <summary>What stands on cards that the bot sent.</summary>
internal static class SentCards
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The first action of that verb on the card, in whatever it stands.</summary>
    public static JsonObject Action(ConnectorCall card, string verb) => Action(JsonNode.Parse(card.Body.GetRawText())!, verb);

    /// <summary>The same on the card that a click was answered with.</summary>
    public static JsonObject Action(string card, string verb) => Action(JsonNode.Parse(card)!, verb);

    /// <summary>All that a message says, readable.</summary>
    public static string Text(ConnectorCall message) => Readable(JsonNode.Parse(message.Body.GetRawText())!);

    // Cards hold cards, and one that folds out carries the verb on its own button.
    private static JsonObject Action(JsonNode card, string verb) =>
        Objects(card).First(o => (string?)o["type"] == "Action.Execute" && (string?)o["verb"] == verb);

    /// <summary>Every object in it, the outer ones first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(m => Objects(m.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };

    /// <summary>All that a card says, readable.</summary>
    public static string Readable(JsonNode json) => json.ToJsonString(Relaxed);
}
