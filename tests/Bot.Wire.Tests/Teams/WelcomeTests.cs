using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Testing;
using Bot.Wire.Tests.Reminders;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Teams;

/// <summary>What the bot offers to ask is answered, and in the language that was asked for.</summary>
public sealed partial class WelcomeTests : IAsyncLifetime
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";

    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await StartAsync();

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Theory]
    [InlineData(Official)]
    [InlineData(OtherOfficial)]
    [InlineData(Inspector)]
    [InlineData(Guest)]
    public async Task Every_question_on_the_cards_of_welcome_and_help_has_an_answer(string person)
    {
        await _teams.ChangeAsync(person, "a:1", "personal", new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" });
        var welcome = (await _teams.Channel.WaitForAsync("a:1", 1))[0];
        var help = await _teams.SayAsync(person, "a:1", "bạn làm được gì");
        var offered = Offered(welcome).Concat(Offered(help)).DistinctBy(static button => (string)button["data"]!["query"]!).ToList();
        Assert.True(offered.Count >= 6, "examples, lists and the language");

        // The language is changed last.
        foreach (
            var button in offered.OrderBy(static button =>
                ((string)button["data"]!["query"]!).StartsWith("set-language", StringComparison.Ordinal)
            )
        )
        {
            var turns = Clicks().Count(_teams.Printed);
            await _teams.ClickAsync(By.Execute, person, "a:1", button);
            var outcome = await UntilAsync(() => Clicks().Matches(_teams.Printed).ElementAtOrDefault(turns)?.Groups[1].Value);
            Assert.True(outcome is "Answered" or "Help", $"{button["data"]!["query"]}: {outcome}");
        }
    }

    [Theory]
    [InlineData("conversationUpdate", "installationUpdate")]
    [InlineData("installationUpdate", "conversationUpdate")]
    public async Task An_installation_is_welcomed_once_in_whatever_order_it_is_announced(params string[] order)
    {
        foreach (var type in order)
        {
            await _teams.ChangeAsync(
                Official,
                "a:1",
                "personal",
                type == "installationUpdate"
                    ? new JsonObject { ["type"] = type, ["action"] = "add" }
                    : new JsonObject { ["type"] = type, ["membersAdded"] = _teams.BotItself }
            );
        }
        await _teams.SayAsync(Official, "a:1", Question);

        Assert.Equal(2, _teams.Sent.Count(static call => call.ConversationId == "a:1"));
    }

    [Fact]
    public async Task The_language_changes_where_it_is_asked_for_and_back()
    {
        async Task<string> SaidAsync(string words) => Text(await _teams.SayAsync(Official, "a:1", words));

        Assert.Contains("28/03/2023", await SaidAsync(Question), StringComparison.Ordinal);
        var english = await SaidAsync("in English please");
        Assert.Contains("28 March 2023", english, StringComparison.Ordinal);
        Assert.Contains("80%", english, StringComparison.Ordinal);
        // Words of neither language.
        Assert.Contains("Which one is meant?", await SaidAsync("dvctt syt"), StringComparison.Ordinal);

        await SaidAsync("what is the full-process online service rate for the Department of Health");
        Assert.Contains("28/03/2023", await SaidAsync("bằng tiếng Việt"), StringComparison.Ordinal);
        Assert.Contains("cách hiểu", await SaidAsync("dvctt syt"), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonObject> Offered(ConnectorCall card) =>
        Objects(JsonNode.Parse(card.Body.GetRawText()))
            .Where(static o => (string?)o["type"] == "Action.Execute" && (string?)o["verb"] == "query/run");

    [GeneratedRegex(@"Turn invoke \S+ (\w+) in")]
    private static partial Regex Clicks();
}
