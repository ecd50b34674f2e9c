using System.Text.Json;
using Bot.Cards;

namespace Bot.Evaluating;

/// <summary>All that a person sees of an answer, buttons apart: the words, and the numbers that charts draw.</summary>
internal static class SaidText
{
    private static readonly HashSet<string> Words =
    [
        "text",
        "title",
        "value",
        "label",
        "altText",
        "subtitle",
        "summary",
        "legend",
        "xAxisTitle",
        "yAxisTitle",
    ];

    private static readonly HashSet<string> Unseen = ["actions", "selectAction", "refresh", "fallback"];

    public static string Of(CardMessage message)
    {
        if (message.Card.IsEmpty)
        {
            return message.Text ?? message.Summary;
        }

        using var card = JsonDocument.Parse(message.Card);
        var said = new List<string> { message.Summary };
        Collect(card.RootElement, said);
        return string.Join('\n', said);
    }

    private static void Collect(JsonElement element, List<string> said)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, said);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                Member(member.Name, member.Value, said);
            }
        }
    }

    private static void Member(string name, JsonElement value, List<string> said)
    {
        // The data of a chart is a list; the data of an action is nothing that is seen.
        if (Unseen.Contains(name) || name == "data" && value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String when Words.Contains(name):
                said.Add(value.GetString()!);
                break;
            case JsonValueKind.Number when name is "y" or "value":
                said.Add(value.GetRawText());
                break;
            default:
                Collect(value, said);
                break;
        }
    }
}
