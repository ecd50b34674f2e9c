using System.Text;
using System.Text.Json;
using Bot.Cards;

namespace Bot.Commands;

/// <summary>A card as lines of text for a terminal: what a reader would see, top to bottom, without buttons.</summary>
internal static class CardText
{
    public static string Write(CardMessage message)
    {
        if (message.Card.IsEmpty)
        {
            return message.Text ?? message.Summary;
        }

        using var card = JsonDocument.Parse(message.Card);
        var lines = new List<string>();
        Collect(card.RootElement.GetProperty("body"), lines);
        return string.Join(Environment.NewLine, lines);
    }

    private static void Collect(JsonElement element, List<string> lines)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, lines);
                }

                break;
            case JsonValueKind.Object:
                Element(element, lines);
                break;
        }
    }

    private static void Element(JsonElement element, List<string> lines)
    {
        var type = element.TryGetProperty("type", out var name) ? name.GetString() ?? "" : "";
        switch (type)
        {
            case "ActionSet":
            case var chart when chart.StartsWith("Chart.", StringComparison.Ordinal):
                break;
            case "TableRow":
                var cells = new List<string>();
                foreach (var cell in element.GetProperty("cells").EnumerateArray())
                {
                    var words = new List<string>();
                    Collect(cell, words);
                    cells.Add(string.Join(' ', words));
                }

                lines.Add(string.Join("  |  ", cells));
                break;
            case "RichTextBlock":
                lines.Add(Inlines(element));
                break;
            default:
                Parts(element, lines);
                break;
        }
    }

    private static void Parts(JsonElement element, List<string> lines)
    {
        if (element.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            lines.Add(text.GetString()!);
        }

        if (element.TryGetProperty("facts", out var facts))
        {
            lines.AddRange(
                facts.EnumerateArray().Select(f => $"{f.GetProperty("title").GetString()}: {f.GetProperty("value").GetString()}")
            );
        }

        foreach (var inside in (ReadOnlySpan<string>)["items", "columns", "rows", "cells"])
        {
            if (element.TryGetProperty(inside, out var children))
            {
                Collect(children, lines);
            }
        }
    }

    private static string Inlines(JsonElement element)
    {
        var text = new StringBuilder();
        foreach (var inline in element.GetProperty("inlines").EnumerateArray())
        {
            text.Append(inline.ValueKind == JsonValueKind.String ? inline.GetString() : inline.GetProperty("text").GetString());
        }

        return text.ToString();
    }
}
