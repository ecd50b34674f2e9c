using System.Net;
using System.Text.Json.Nodes;
using Bot.Wire.Tests.Reminders;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Teams;

/// <summary>The compose box and the menu of a message over HTTP, with what Teams and the Playground post.</summary>
public sealed class MessageExtensionTests : IAsyncLifetime
{
    private const string Query = "composeExtension/query";
    private const string Report =
        "<p>Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Tư pháp.</p><p>Tại Sở Tư pháp, tỷ lệ văn bản đi gửi liên thông đến các cơ quan đạt 91,5%.</p>";

    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await StartAsync();

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Theory, InlineData("documented-invoke-compose-query"), InlineData("playground-compose-extension-query")]
    public async Task What_is_typed_finds_units_and_their_figures_and_no_row_says_a_figure(string capture)
    {
        var (status, body) = await _teams.TryPostAsync(_teams.Recorded(capture));

        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonNode.Parse(body)!["composeExtension"]!;
        Assert.Equal(("result", "list"), ((string)answer["type"]!, (string)answer["attachmentLayout"]!));
        var rows = Rows(answer);
        Assert.Contains(rows, row => row.Query == "profile(unit=SYT)");
        Assert.Contains(rows, row => row.Query.StartsWith("value(", StringComparison.Ordinal) && row.Query.Contains("units=SYT"));
        Assert.Equal(rows.Count, rows.DistinctBy(row => row.Query).Count());
        Assert.DoesNotContain('%', Readable(answer));
    }

    [Fact]
    public async Task Before_anything_is_typed_it_offers_questions_that_have_an_answer()
    {
        var (_, body) = await _teams.TryPostAsync(_teams.Recorded("documented-invoke-compose-query-initial"));

        var rows = Rows(JsonNode.Parse(body)!["composeExtension"]!);
        Assert.True(rows.Count >= 4);
        foreach (var row in rows)
        {
            Assert.Equal("AdaptiveCard", (string)(await ChooseAsync(Guest, row.Query))["content"]!["type"]!);
        }
    }

    [Theory]
    [InlineData("so y t", "profile(unit=SYT)")]
    [InlineData("department of hea", "profile(unit=SYT)")]
    [InlineData("syt truc tuyen toan trinh", "value(indicator=full-online-offered;units=SYT)")]
    [InlineData("don vi nao chua ban hanh ke hoach chuyen doi so nam 2023", "obligations(")]
    public async Task Half_typed_words_and_whole_questions_are_found(string typed, string query) =>
        Assert.Contains(await SearchAsync(typed, 0, 25), row => row.Query.StartsWith(query, StringComparison.Ordinal));

    [Fact]
    public async Task Pages_follow_each_other_and_end()
    {
        var all = await SearchAsync("sở", 0, 25);
        Assert.True(all.Count > 4);
        Assert.Equal(all.Take(3), await SearchAsync("sở", 0, 3));
        Assert.Equal(all.Skip(3).Take(3), await SearchAsync("sở", 3, 3));
        Assert.Empty(await SearchAsync("sở", 400, 25));
    }

    [Fact]
    public async Task What_nothing_is_called_says_so()
    {
        var answer = (await _teams.InvokeAsync(Guest, Query, Search("qwzx", 0, 25)))["composeExtension"]!;

        Assert.Equal("message", (string)answer["type"]!);
        Assert.Contains("qwzx", (string)answer["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_that_is_inserted_is_the_one_that_the_chat_shows()
    {
        const string asked = "value(indicator=full-online-offered;units=SYT)";
        var inserted = await ChooseAsync(Inspector, asked);
        var shown = await _teams.InvokeAsync(
            Guest,
            "adaptiveCard/action",
            new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = "query/run",
                    ["data"] = new JsonObject { ["query"] = asked, ["lang"] = "vi" },
                },
            }
        );

        Assert.Contains("80%", Readable(inserted), StringComparison.Ordinal);
        Assert.Equal(shown["value"]!.ToJsonString(), inserted["content"]!.ToJsonString());
    }

    [Fact]
    public async Task Others_read_what_is_inserted_so_a_proposed_figure_is_not()
    {
        const string asked = "value(indicator=outgoing-interconnected;units=STP)";
        await OpenAsync(Inspector, Report);
        Assert.Contains("91,5%", Text(await _teams.SayAsync(Inspector, "a:i", "tỷ lệ văn bản đi gửi liên thông của Sở Tư pháp")));

        Assert.DoesNotContain("91,5", Readable(await ChooseAsync(Inspector, asked)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digest()")]
    [InlineData("undelivered(again=yes)")]
    [InlineData("value(indicator=nothing;units=SYT)")]
    [InlineData("")]
    public async Task A_row_that_was_made_up_runs_nothing(string query)
    {
        var answer = (await _teams.InvokeAsync(Inspector, "composeExtension/selectItem", new JsonObject { ["query"] = query }))[
            "composeExtension"
        ]!;

        Assert.Equal("message", (string)answer["type"]!);
    }

    [Fact]
    public async Task A_message_goes_to_review_in_a_dialog_and_answers_once_it_is_approved()
    {
        var dialog = (await OpenAsync(Inspector, Report))["task"]!;
        Assert.Equal("continue", (string)dialog["type"]!);
        var review = Readable(dialog["value"]!["card"]!["content"]!);
        Assert.Contains("91,5%", review, StringComparison.Ordinal);
        // A dialog hands on no Action.Execute.
        Assert.DoesNotContain("Action.Execute", review, StringComparison.Ordinal);
        Assert.DoesNotContain("91,5", Text(await _teams.SayAsync(Guest, "a:g", "tỷ lệ văn bản đi gửi liên thông của Sở Tư pháp")));

        var approve = Objects(dialog).First(o => (string?)o["data"]?["verb"] == "fact/approveAll")["data"]!.DeepClone();
        var after = (
            await _teams.InvokeAsync(
                Inspector,
                "composeExtension/submitAction",
                new JsonObject
                {
                    ["commandId"] = "extract",
                    ["commandContext"] = "message",
                    ["data"] = approve,
                }
            )
        )["task"]!;

        Assert.Contains("đã duyệt", Readable(after), StringComparison.Ordinal);
        Assert.Contains("91,5%", Text(await _teams.SayAsync(Guest, "a:g", "tỷ lệ văn bản đi gửi liên thông của Sở Tư pháp")));
    }

    [Fact]
    public async Task Who_is_no_inspector_gets_a_polite_card_and_the_attempt_is_on_record()
    {
        var (_, body) = await _teams.TryPostAsync(_teams.Recorded("documented-invoke-compose-fetch-task"));

        Assert.Contains("Thao tác này dành cho Đoàn kiểm tra", Readable(JsonNode.Parse(body)!["task"]!), StringComparison.Ordinal);
        Assert.Contains(
            (await _teams.RunAsync("export", "audit")).Split('\n'),
            line => line.Contains("official.syt@example.org,refuse,,document,", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_message_without_words_says_so()
    {
        var answer = await OpenAsync(Inspector, "<p><img src=\"x\"></p>");

        Assert.Equal("message", (string)answer["task"]!["type"]!);
    }

    [Fact]
    public async Task Broken_invokes_get_a_400_and_unknown_ones_a_501()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _teams.TryPostAsync(_teams.Invoke(Guest, Query, null))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _teams.TryPostAsync(_teams.Invoke(Guest, Query, new JsonArray()))).Status);
        Assert.Equal(
            HttpStatusCode.NotImplemented,
            (await _teams.TryPostAsync(_teams.Invoke(Guest, "composeExtension/x", new JsonObject()))).Status
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await _teams.TryPostAsync(_teams.Invoke(Guest, "composeExtension/submitAction", new JsonObject()))).Status
        );
        var odd = new JsonObject
        {
            ["parameters"] = new JsonArray(1, null, new JsonObject { ["name"] = "query", ["value"] = 7 }),
            ["queryOptions"] = new JsonObject { ["skip"] = -1, ["count"] = 1e9 },
        };
        Assert.Equal(HttpStatusCode.OK, (await _teams.TryPostAsync(_teams.Invoke(Guest, Query, odd))).Status);
    }

    private async Task<JsonNode> ChooseAsync(string person, string query) =>
        (await _teams.InvokeAsync(person, "composeExtension/selectItem", new JsonObject { ["query"] = query, ["lang"] = "vi" }))[
            "composeExtension"
        ]!["attachments"]![0]!;

    private async Task<List<(string Title, string Query)>> SearchAsync(string typed, int skip, int count) =>
        Rows((await _teams.InvokeAsync(Guest, Query, Search(typed, skip, count)))["composeExtension"]!);

    private Task<JsonNode> OpenAsync(string person, string html) =>
        _teams.InvokeAsync(
            person,
            "composeExtension/fetchTask",
            new JsonObject
            {
                ["commandId"] = "extract",
                ["commandContext"] = "message",
                ["messagePayload"] = new JsonObject
                {
                    ["id"] = "1680483400000",
                    ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
                },
            }
        );

    private static JsonObject Search(string typed, int skip, int count) =>
        new()
        {
            ["commandId"] = "search",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = typed }),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        };

    private static List<(string Title, string Query)> Rows(JsonNode answer) =>
        [
            .. answer["attachments"]!
                .AsArray()
                .Select(row => row!["preview"]!["content"]!)
                .Select(content => ((string)content["title"]!, (string)content["tap"]!["value"]!["query"]!)),
        ];
}
