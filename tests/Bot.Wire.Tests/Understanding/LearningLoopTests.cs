using System.Net;
using System.Text.Json.Nodes;
using Bot.Testing;
using Bot.Wire.Tests.Reminders;
using static Bot.Wire.Tests.Reminders.SentCards;

namespace Bot.Wire.Tests.Understanding;

/// <summary>In Teams, over the wire: what was not understood comes before the admin, who gives a name, and the next question is answered.</summary>
public sealed class LearningLoopTests : IAsyncLifetime
{
    private const string Question = "tỷ lệ văn bản đi gửi liên thông của Sở Sức khỏe";
    private const string Figure = "90%";

    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await TeamsBot.StartAsync(("PublicAddress", "https://bot.example"));

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_name_that_an_admin_gives_is_understood_by_the_next_question(bool bySubmit)
    {
        var by = bySubmit ? By.Submit : By.Execute;
        Assert.DoesNotContain(Figure, Text(await _teams.SayAsync(SampleCity.Official, "a:official", Question)), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Sở Sức khỏe",
            Text(await _teams.SayAsync(SampleCity.Official, "a:official", "câu hỏi chưa hiểu")),
            StringComparison.Ordinal
        );

        var list = await TeamsBot.UntilAsync<ConnectorCall>(ListedAsync);
        var taken = await _teams.ClickAsync(
            by,
            SampleCity.Admin,
            "a:admin",
            Action(list, "alias/add"),
            ("alias", "Sở Sức khỏe"),
            ("bearer", "SYT"),
            ("seen", "yes")
        );

        Assert.Contains("Sở Sức khỏe", taken, StringComparison.Ordinal);
        Assert.Contains(Figure, Text(await _teams.SayAsync(SampleCity.Official, "a:official", Question)), StringComparison.Ordinal);
        Assert.Contains("Sở Sức khỏe", await _teams.RunAsync("export", "questions"), StringComparison.Ordinal);

        // The note is written after the answer has gone.
        async Task<ConnectorCall?> ListedAsync() =>
            await _teams.SayAsync(SampleCity.Admin, "a:admin", "câu hỏi chưa hiểu") is var card
            && Text(card).Contains("Sở Sức khỏe", StringComparison.Ordinal)
                ? card
                : null;
    }

    [Fact]
    public async Task A_thumb_with_a_word_is_kept_for_the_admin()
    {
        var answer = await _teams.SayAsync(SampleCity.Official, "a:official", "tỷ lệ văn bản đi gửi liên thông của Sở Y tế");
        Assert.True(answer.Body.GetProperty("channelData").TryGetProperty("feedbackLoop", out _));

        await _teams.JudgeAsync(SampleCity.Official, "a:official", "dislike", "thiếu quý 4");

        var kept = await TeamsBot.UntilAsync<string>(async () =>
            await _teams.RunAsync("export", "questions") is var rows && rows.Contains("thiếu quý 4", StringComparison.Ordinal) ? rows : null
        );
        Assert.Contains("value(indicator=outgoing-interconnected;units=SYT)", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleCity.Official, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_explains_a_reading_and_gives_the_answer()
    {
        var printed = await _teams.RunAsync("ask", "--explain", "ty le van ban di lien thong cua so y te");

        Assert.Contains("outgoing-interconnected", printed, StringComparison.Ordinal);
        Assert.Contains("SYT", printed, StringComparison.Ordinal);
        Assert.Contains(Figure, printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_charts_gets_a_picture_that_the_server_draws()
    {
        var table = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "observations.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(table)!);
        await File.WriteAllTextAsync(
            table,
            "org_unit,indicator,basis,period,value,text,as_of,source,status,quote\n"
                + string.Concat(
                    Enumerable.Range(1, 4).Select(q => $"SYT,overdue,,2022-Q{q},{q}.5,,2022-12-31,bao-can-tho-2023-03-28,approved,\n")
                )
        );
        await _teams.RunAsync("import", table);
        Directory.Delete(Path.GetDirectoryName(table)!, recursive: true);

        var card = await TeamsBot.UntilAsync<ConnectorCall>(ChartAsync);

        var chart = Elements(JsonNode.Parse(card.Body.GetRawText()))
            .First(e => ((string?)e["type"])?.StartsWith("Chart.", StringComparison.Ordinal) == true);
        var picture = Elements(chart["fallback"]).First(e => (string?)e["type"] == "Image");
        var address = new Uri((string)picture["url"]!);
        Assert.Equal("bot.example", address.Host);
        Assert.NotEmpty((string)picture["altText"]!);
        Assert.Equal(HttpStatusCode.OK, (await _teams.GetAsync(address.AbsolutePath)).Status);
        // Who can draw neither has the table.
        Assert.Contains(Elements(JsonNode.Parse(card.Body.GetRawText())), e => (string?)e["type"] == "Table");

        // The serving process sees what another one imported when it next looks.
        async Task<ConnectorCall?> ChartAsync() =>
            await _teams.SayAsync(
                SampleCity.Inspector,
                "a:inspector",
                "xu hướng tỷ lệ hồ sơ trễ hạn của Sở Y tế từ quý 1/2022 đến quý 4/2022"
            )
                is var said
            && Text(said).Contains("Chart.", StringComparison.Ordinal)
                ? said
                : null;
    }

    private static IEnumerable<JsonObject> Elements(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(m => Elements(m.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Elements),
            _ => [],
        };
}
