using System.Text.Json;

namespace Bot.CardActions;

/// <summary>A click on a card's button: the verb and what came with it. The data is the client's word and gives no rights.</summary>
/// <param name="Verb">What is to be done, for instance <c>query/run</c>.</param>
/// <param name="Data">The action's data with the inputs merged in.</param>
internal sealed record CardClick(string Verb, JsonElement Data)
{
    /// <summary>An Action.Submit, which comes as a message; null where the value holds no verb.</summary>
    public static CardClick? From(JsonElement value) => Text(value, "verb") is { } verb ? new CardClick(verb, value) : null;

    /// <summary>An Action.Execute, which comes as an invoke <c>adaptiveCard/action</c>; null where it is malformed.</summary>
    public static CardClick? FromInvoke(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("action", out var action))
        {
            return null;
        }

        var data = action.ValueKind == JsonValueKind.Object && action.TryGetProperty("data", out var given) ? given : default;
        return (Text(action, "verb") ?? Text(data, "verb")) is { } verb ? new CardClick(verb, data) : null;
    }

    /// <summary>A text of the data; null where there is none.</summary>
    public string? Text(string name) => Text(Data, name);

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
