using System.Text.Json;
using Bot.Testing;
using Bot.Wire.Tests.Reminders;
using static Bot.Wire.Tests.Reminders.SentCards;

namespace Bot.Wire.Tests.Models;

/// <summary>In a personal chat of Teams the sentences of a summary are seen while the model writes them; the answer is the same one message.</summary>
public sealed class ShownSummaryTests : IAsyncLifetime
{
    private const string Chat = "a:official";
    private const string Invented = "Sở Y tế đạt 37,7%.";

    private ScriptedModel _model = null!;
    private TeamsBot _teams = null!;

    public async Task InitializeAsync()
    {
        _model = await ScriptedModel.StartAsync(ModelReply.Error(500));
        _teams = await TeamsBot.StartAsync([
            .. _model.Settings.Select(static s => (s.Key, s.Value)),
            ("Delivery__TypingAfter", "00:00:00.010"),
            ("Delivery__SweepEvery", "00:00:00.020"),
        ]);
    }

    public async Task DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task A_sentence_that_passed_is_seen_before_the_last_has_come_and_the_card_ends_the_stream()
    {
        _model.Script = request =>
            request.SchemaName == "question_plan"
                ? ModelReply.Of(BriefPlan.Of(AttackTests.TwoPartsPlan)).Holding(() => SeenAsync("Đang đọc câu hỏi"))
                : ModelReply.Of($$"""{"sentences":[{{FactsIn(request)}}]}""").Holding(() => SeenAsync("AI đang tóm tắt"));

        var answer = await _teams.SayAsync(SampleCity.Official, Chat, AttackTests.TwoParts);

        Assert.All(_model.Requests, static r => Assert.Equal(r.SchemaName == "summary", r.IsStreaming));
        var lines = Lines();
        Assert.StartsWith("AI đang tóm tắt: ", lines[^1].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("typing", lines[^1].GetProperty("type").GetString());
        Assert.Contains(lines[^1].GetProperty("text").GetString()!["AI đang tóm tắt: ".Length..], Text(answer), StringComparison.Ordinal);
        Assert.Equal("final", Stream(answer.Body).GetProperty("streamType").GetString());
        Assert.Equal(Stream(lines[^1]).GetProperty("streamId").GetString(), Stream(answer.Body).GetProperty("streamId").GetString());
        Assert.False(answer.Body.TryGetProperty("text", out _));
        Assert.Single(answer.Body.GetProperty("attachments").EnumerateArray());
        Assert.Single(_teams.Sent);
    }

    [Fact]
    public async Task What_no_fact_says_is_never_seen()
    {
        _model.Script = request =>
            request.SchemaName == "question_plan"
                ? ModelReply.Of(BriefPlan.Of(AttackTests.TwoPartsPlan)).Holding(() => SeenAsync("Đang đọc câu hỏi"))
                : ModelReply.Of($$"""{"sentences":["{{Invented}}",{{FactsIn(request)}}]}""").Holding(() => Task.Delay(Timeout.Infinite));

        var answer = await _teams.SayAsync(SampleCity.Official, Chat, AttackTests.TwoParts);

        // The first sentence ended the summary: nobody waited for the second.
        Assert.Contains("90%", Text(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("Tóm tắt bằng AI", Text(answer), StringComparison.Ordinal);
        Assert.All(_teams.Channel.Sent, static call => Assert.DoesNotContain("37,7", call.Body.GetRawText(), StringComparison.Ordinal));
        Assert.Single(_teams.Sent);
    }

    [Fact]
    public async Task In_a_channel_nothing_is_streamed()
    {
        _model.Script = request =>
            request.SchemaName == "question_plan"
                ? ModelReply.Of(BriefPlan.Of(AttackTests.TwoPartsPlan))
                : ModelReply.Of($$"""{"sentences":[{{FactsIn(request)}}]}""");

        var answer = await _teams.SayInChannelAsync(SampleCity.Official, "19:hall@thread.tacv2", AttackTests.TwoParts);

        Assert.Contains("Tóm tắt bằng AI", Text(answer), StringComparison.Ordinal);
        Assert.All(_model.Requests, static r => Assert.False(r.IsStreaming));
        Assert.Empty(Lines());
        Assert.DoesNotContain("streaminfo", answer.Body.GetRawText(), StringComparison.Ordinal);
    }

    private async Task SeenAsync(string beginning)
    {
        while (!Lines().Any(line => line.GetProperty("text").GetString()!.StartsWith(beginning, StringComparison.Ordinal)))
        {
            await Task.Delay(10);
        }
    }

    private List<JsonElement> Lines() =>
        [
            .. _teams
                .Channel.Sent.Select(static call => call.Body)
                .Where(static body => body.GetProperty("type").ValueEquals("typing") && IsLine(body)),
        ];

    private static bool IsLine(JsonElement body) => body.GetRawText().Contains("streaminfo", StringComparison.Ordinal);

    private static JsonElement Stream(JsonElement body) =>
        body.GetProperty("entities").EnumerateArray().Single(static e => e.GetProperty("type").ValueEquals("streaminfo"));

    // Two of them; before them stand the examples of the prompt.
    private static string FactsIn(ModelRequest request)
    {
        using var told = JsonDocument.Parse(request.User.Split('\n')[^1]);
        return string.Join(',', told.RootElement.GetProperty("facts").EnumerateArray().Take(2).Select(static fact => fact.GetRawText()));
    }
}
