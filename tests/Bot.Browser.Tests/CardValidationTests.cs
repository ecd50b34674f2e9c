using System.Text.Json.Nodes;

namespace Bot.Browser.Tests;

/// <summary>Every golden card, read by the parser of the stock renderer.</summary>
public sealed class CardValidationTests
{
    [SkippableFact]
    public async Task The_parser_finds_nothing_in_any_card()
    {
        var cards = new JsonObject();
        foreach (var file in Directory.EnumerateFiles(GoldenCards.Folder, "*.json"))
        {
            cards[Path.GetFileName(file)] = JsonNode.Parse(await File.ReadAllTextAsync(file));
        }

        Assert.True(cards.Count > 100);
        Assert.Equal("[]", await FindingsAsync(cards));
    }

    [SkippableFact]
    public async Task The_parser_would_find_what_is_wrong()
    {
        const string body = """[{"type":"TextBlock","text":"a","size":"huge"},{"type":"Badge","text":"b"}]""";
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["lang"] = "vi",
            ["body"] = JsonNode.Parse(body),
        };

        var findings = await FindingsAsync(new() { ["spoilt"] = card });

        Assert.Contains("huge", findings, StringComparison.Ordinal);
        Assert.Contains("Badge", findings, StringComparison.Ordinal);
    }

    private static async Task<string> FindingsAsync(JsonObject cards)
    {
        var missing = Clients.Missing("adaptivecards");
        Skip.If(missing is not null, missing);
        return await Clients.RunAsync("validate-cards.mjs", cards);
    }
}
