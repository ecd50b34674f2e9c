using System.Text.Json.Nodes;
using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Reminders.Actions;
using Bot.Tests.Cards;

namespace Bot.Tests.Reminders.Actions;

/// <summary>However many a reminder is about, its card is bounded and each of them can be opened from it.</summary>
public sealed class ReminderListTests
{
    private const string Inspector = "contact:inspector@example.org";

    [Theory]
    [InlineData(2, 1)]
    [InlineData(9, 1)]
    [InlineData(9, 3)]
    [InlineData(200, 1)]
    [InlineData(200, 29)]
    [InlineData(200, 60)]
    public async Task Each_of_many_is_reached_by_clicks_and_leads_back(int count, int units)
    {
        await using var store = await ClickStore.CreateAsync();
        var owed = Owed(store, count, units);
        var card = Card(await store.ComposeAsync(await store.PlanAsync(Inspector, owed)));

        var (opened, lists) = await WalkAsync(store, card);

        Assert.Equal(owed.Select(key => key.ToString()).Order(), opened.Keys.Order());
        Assert.All(lists.Concat(opened.Values), one => Assert.InRange(Size(one), 0, 80 * 1024));
        // From each of them one click shows the list again that it was opened from.
        foreach (var one in opened.Values)
        {
            var back = Opens(one).Single(data => data["obligation"] is null);
            Assert.Contains(Text(await ClickAsync(store, back)), lists.Select(Text));
        }
    }

    [Fact]
    public async Task A_notice_that_is_gone_or_foreign_is_outdated()
    {
        await using var store = await ClickStore.CreateAsync();

        Assert.Equal(ClickEnd.Outdated, (await store.OpenAsync("inspector", new() { ["notice"] = "77" })).End);
        Assert.Equal(ClickEnd.Outdated, (await store.OpenAsync("inspector", new() { ["notice"] = "-1" })).End);
        Assert.Equal(ClickEnd.Outdated, (await store.OpenAsync("inspector", new() { ["among"] = "x|y|z" })).End);
    }

    [Theory]
    [InlineData("contact:inspector@example.org", "official", ClickEnd.OfNoCard)]
    [InlineData("contact:inspector@example.org", "guest", ClickEnd.OfNoCard)]
    [InlineData("contact:official.sgtvt@example.org", "official", ClickEnd.OfNoCard)]
    [InlineData("contact:official.syt@example.org", "official", ClickEnd.Done)]
    [InlineData("contact:official.syt@example.org", "inspector", ClickEnd.Done)]
    [InlineData("conversation:msteams|19:team", "guest", ClickEnd.Done)]
    public async Task Whoever_guesses_the_number_of_anothers_notice_is_shown_nothing_of_it(string recipient, string who, ClickEnd end)
    {
        await using var store = await ClickStore.CreateAsync();
        var id = await store.PlanAsync(recipient, Owed(store, 9, 1));

        Assert.Equal(end, (await store.OpenAsync(who, new() { ["notice"] = $"{id}" })).End);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_the_last_one()
    {
        await using var store = await ClickStore.CreateAsync();
        var id = await store.PlanAsync(Inspector, Owed(store, 9, 1));

        var far = await store.OpenAsync("inspector", new() { ["notice"] = $"{id}", ["from"] = "2000000000" });

        Assert.Contains("Trang 2/2", ClickStore.Said(far));
    }

    private static async Task<(Dictionary<string, JsonNode> Opened, List<JsonNode> Lists)> WalkAsync(ClickStore store, JsonNode first)
    {
        Dictionary<string, JsonNode> opened = [];
        Dictionary<string, JsonNode> lists = new() { [Text(first)] = first };
        Queue<JsonNode> toDo = new([first]);
        while (toDo.TryDequeue(out var list))
        {
            foreach (var data in Opens(list))
            {
                var card = await ClickAsync(store, data);
                if ((string?)data["obligation"] is { } obligation)
                {
                    opened[obligation] = card;
                }
                else if (lists.TryAdd(Text(card), card))
                {
                    toDo.Enqueue(card);
                }
            }
        }

        return (opened, [.. lists.Values]);
    }

    private static async Task<JsonNode> ClickAsync(ClickStore store, JsonObject data)
    {
        var answer = await store.OpenAsync("inspector", data);
        Assert.Equal(ClickEnd.Done, answer.End);
        return JsonNode.Parse(answer.Message.Card.Span)!;
    }

    private static IEnumerable<JsonObject> Opens(JsonNode card) =>
        CardRuleTests
            .Objects(card)
            .Where(o => (string?)o["type"] == "Action.Execute" && (string?)o["verb"] == ObligationVerbs.Open)
            .Select(o => (JsonObject)o["data"]!);

    private static JsonNode Card(Composition composed) => JsonNode.Parse(Assert.IsType<Composition.Send>(composed).Card.Span)!;

    private static string Text(JsonNode card) => card.ToJsonString();

    private static int Size(JsonNode card) => 2 * Text(card).Length;

    // The oldest first, as planning has them.
    private static List<ObligationKey> Owed(ClickStore store, int count, int units)
    {
        var catalogue = store.Context.Catalogue;
        var owed =
            from year in Enumerable.Range(2019, 5)
            from type in catalogue.ObligationTypes
            from unit in catalogue.Units.Take(units)
            select new ObligationKey(unit.Code, type.Code, Period.Year(year));
        return [.. owed.Take(count)];
    }
}
