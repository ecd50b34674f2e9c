using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing;
using Bot.Wire.Tests.Reminders;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Protocol;

/// <summary>What real clients send, to the real bot: what it says to each stands in Cases/captures.txt, a line each.</summary>
public sealed class CaptureTests(CaptureTests.Started started) : IClassFixture<CaptureTests.Started>
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";
    private const int Mutants = 600;

    private readonly TeamsBot _teams = started.Teams;

    [Fact]
    public async Task Each_capture_is_answered_as_its_line_says()
    {
        var lines = new List<string>();
        foreach (var (name, json) in Captures.All)
        {
            lines.Add($"{name} = {await AnswerAsync(Here(json, $"as-it-is:{name}"))}");
        }

        Assert.True(lines.SequenceEqual(Expected()), $"Unlike the file:\n{string.Join('\n', lines.Except(Expected()))}");
        Assert.DoesNotContain("Turn failed", _teams.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spoilt_captures_are_no_fault_of_ours_and_a_good_question_is_answered_after_them()
    {
        var spoilt = Captures
            .All.SelectMany(
                (capture, seed) =>
                {
                    var json = Here(capture.Json, $"spoilt:{capture.Name}").ToJsonString();
                    return Mutations.TypeSwaps(json).Concat(Mutations.ByteFlips(json, seed));
                }
            )
            .ToList();
        var step = spoilt.Count / Mutants;
        await Parallel.ForEachAsync(
            spoilt.Where((_, index) => index % step == 0),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (body, _) =>
            {
                var text = Encoding.UTF8.GetString(body);
                var (status, _) = await _teams.TryPostAsync(text);
                Assert.True((int)status is 200 or 400 or 501, $"{status} for {text}");
            }
        );

        Assert.DoesNotContain("Turn failed", _teams.Printed, StringComparison.Ordinal);
        var said = Text(await _teams.SayAsync(Official, "a:after", Question));
        Assert.Contains("100%", said, StringComparison.Ordinal);
        Assert.Contains("80%", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":5}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":5,"data":[]}}""")]
    public async Task A_click_without_a_verb_is_a_400_inside_the_answer(string value)
    {
        var answer = await _teams.InvokeAsync(Official, "adaptiveCard/action", JsonNode.Parse(value));

        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)answer["statusCode"]!, (string?)answer["type"]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("""{"actionName":"feedback","actionValue":5}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":5,"feedback":{}}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"no json"}}""")]
    public async Task A_judgement_that_cannot_be_read_is_taken_as_Teams_wants_it(string value) =>
        Assert.Equal("{}", (await _teams.InvokeAsync(Official, "message/submitAction", JsonNode.Parse(value))).ToJsonString());

    /// <summary>One bot for all: without an app id channels of all kinds may speak, and a request ends when its answer is out.</summary>
    public sealed class Started : IAsyncLifetime
    {
        internal TeamsBot Teams { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Teams = await StartAsync(("MicrosoftAppId", ""), ("MicrosoftAppPassword", ""), ("Delivery__SlowAfter", "00:01:00"));

        public Task DisposeAsync() => Teams.DisposeAsync().AsTask();
    }

    private static string[] Expected() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "captures.txt")).Where(static l => !l.StartsWith('#'))];

    // As one that comes now, from this channel, in a conversation of its own; sender, words and everything else stay.
    private JsonObject Here(string json, string conversation)
    {
        var activity = JsonNode.Parse(json)!.AsObject();
        activity["id"] = Guid.NewGuid().ToString("N");
        activity["serviceUrl"] = _teams.Channel.ServiceUrl;
        activity["conversation"] = activity["conversation"]?.DeepClone() ?? new JsonObject();
        activity["conversation"]!["id"] = $"a:{conversation}";
        if (activity["channelData"]?["team"] is JsonObject team)
        {
            team["id"] = $"19:{conversation}";
        }
        return activity;
    }

    private async Task<string> AnswerAsync(JsonObject activity)
    {
        var before = _teams.Sent.Count();
        var (status, body) = await _teams.TryPostAsync(activity);
        var sent = _teams.Sent.Skip(before).Select(Look).ToList();
        if (status != HttpStatusCode.OK)
        {
            sent.Insert(0, ((int)status).ToString(CultureInfo.InvariantCulture));
        }
        else if (body.Length > 0)
        {
            sent.Insert(0, $"in the response: {Look(JsonNode.Parse(body)!)}");
        }
        return sent.Count == 0 ? "silent" : string.Join(" + ", sent);
    }

    private static string Look(ConnectorCall sent) => Look(JsonNode.Parse(sent.Body.GetRawText())!);

    // What a person would recognise an answer by.
    private static string Look(JsonNode answer)
    {
        var said = Readable(answer);
        return said switch
        {
            _ when (int?)answer["statusCode"] is { } inner and not 200 => $"inner {inner}",
            "{}" => "thanks",
            _ when said.Contains("100%", StringComparison.Ordinal) && said.Contains("80%", StringComparison.Ordinal) => "100% and 80%",
            _ when answer["composeExtension"]?["attachments"] is JsonArray found => $"{found.Count} found",
            _ when answer["task"] is not null => "dialog",
            _ when Objects(answer).Any(static o => (string?)o["type"] == "AdaptiveCard") => "card: " + Summary(answer),
            _ => "text: " + Summary(answer),
        };
    }

    // The first sentence of what a screen reader says, or of the text; longer ones are cut.
    private static string Summary(JsonNode answer)
    {
        var words = Objects(answer)
            .SelectMany(static o => (JsonNode?[])[o["summary"], o["text"], o["value"]])
            .Select(static node => node is JsonValue value ? value.ToString() : "")
            .First(static words => words.Length > 0);
        return words[..Math.Min(words.Length, 60)].Trim();
    }
}
