using System.Text.Json;
using Bot.Models;
using Bot.Testing;
using Bot.Understanding.LanguageModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Models;

/// <summary>Every way in which the service can fail, through Azure's own client over HTTP: each becomes a reason, in bounded time.</summary>
public sealed class ModelGateTests
{
    private static readonly JsonElement Schema = JsonElement.Parse(
        """{"type":"object","properties":{"unit":{"type":"string"}},"required":["unit"],"additionalProperties":false}"""
    );

    private static readonly ChatOptions Structured = new()
    {
        Temperature = 0,
        MaxOutputTokens = 300,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "query"),
    };

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 1, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Faults => [.. Table.Keys];

    private static Dictionary<string, (ModelReply Reply, ModelUnavailable Why)> Table { get; } =
        new()
        {
            ["500"] = (ModelReply.Error(500), ModelUnavailable.Failed),
            ["503"] = (ModelReply.Error(503), ModelUnavailable.Failed),
            ["401: the key is not ours"] = (ModelReply.Error(401, "401"), ModelUnavailable.Failed),
            ["404: no such deployment"] = (ModelReply.Error(404, "DeploymentNotFound"), ModelUnavailable.Failed),
            ["400: what we ask is wrong"] = (ModelReply.Error(400, "invalid_request"), ModelUnavailable.Failed),
            ["a redirect is not followed"] = (ModelReply.Error(302), ModelUnavailable.Failed),
            ["408"] = (ModelReply.Error(408), ModelUnavailable.Slow),
            ["429, and a wait that does not fit"] = (ModelReply.Throttled(30), ModelUnavailable.Throttled),
            ["prompt filtered"] = (ModelReply.PromptFiltered, ModelUnavailable.Filtered),
            ["answer filtered"] = (ModelReply.Filtered, ModelUnavailable.Filtered),
            ["declined"] = (ModelReply.Refused, ModelUnavailable.Malformed),
            ["empty"] = (ModelReply.Of(""), ModelUnavailable.Malformed),
            ["out of tokens"] = (ModelReply.OutOfTokens("""{"unit":"S"""), ModelUnavailable.Truncated),
            ["too long"] = (ModelReply.Of(new string('9', 400_000)), ModelUnavailable.Malformed),
        };

    [Fact]
    public async Task An_answer_comes_back_and_the_request_is_the_services_own()
    {
        await using var model = await ScriptedModel.StartAsync(ModelReply.Of("""{"unit":"SYT"}"""));
        var answer = await Ask(ScriptedGate.To(model, _clock));
        Assert.Equal("""{"unit":"SYT"}""", answer.Text);
        var request = Assert.Single(model.Requests);
        Assert.Equal("query", request.SchemaName);
        Assert.Equal("unit", request.Schema!["required"]![0]!.GetValue<string>());
        Assert.Equal(300, request.Body["max_completion_tokens"]!.GetValue<int>());
        Assert.Equal("Sở Y tế?", request.User);
        Assert.Null(request.Body["user"]);
    }

    [Fact]
    public async Task An_answer_comes_as_a_stream_with_its_tokens()
    {
        await using var model = await ScriptedModel.StartAsync(ModelReply.Of("Sở Y tế đạt kế hoạch đúng hạn, và hơn thế nữa."));
        var updates = await ScriptedGate.To(model, _clock).For("a")!.GetStreamingResponseAsync([new(ChatRole.User, "?")]).ToListAsync();
        Assert.True(updates.Count > 2);
        var answer = updates.ToChatResponse();
        Assert.Equal("Sở Y tế đạt kế hoạch đúng hạn, và hơn thế nữa.", answer.Text);
        Assert.True(answer.Usage!.TotalTokenCount > 0);
        Assert.True(Assert.Single(model.Requests).Body["stream_options"]!["include_usage"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_has_its_reason(string fault)
    {
        var (reply, why) = Table[fault];
        await using var model = await ScriptedModel.StartAsync(reply);
        Assert.Equal(why, await Reason(() => Ask(ScriptedGate.To(model, _clock))));
        Assert.Single(model.Requests);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_of_a_stream_has_its_reason(string fault)
    {
        var (reply, why) = Table[fault];
        await using var model = await ScriptedModel.StartAsync(reply);
        Assert.Equal(why, await Reason(() => Stream(ScriptedGate.To(model, _clock))));
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task The_answers_own_json_is_cut()
    {
        await using var model = await ScriptedModel.StartAsync(ModelReply.Cut("""{"unit":"SYT"}"""));
        Assert.Equal(ModelUnavailable.Malformed, await Reason(() => Ask(ScriptedGate.To(model, _clock))));
        Assert.Equal(ModelUnavailable.Failed, await Reason(() => Stream(ScriptedGate.To(model, _clock))));
    }

    [Fact]
    public async Task Nobody_listens()
    {
        var model = await ScriptedModel.StartAsync(ModelReply.Silence);
        var gate = ScriptedGate.To(model, _clock);
        await model.DisposeAsync();
        Assert.Equal(ModelUnavailable.Failed, await Reason(() => Ask(gate)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_says_nothing_is_left_after_four_seconds(bool streaming)
    {
        var arrived = new TaskCompletionSource();
        await using var model = await ScriptedModel.StartAsync(_ =>
        {
            arrived.TrySetResult();
            return ModelReply.Silence;
        });
        var gate = ScriptedGate.To(model, _clock);
        var reason = Reason(() => streaming ? Stream(gate) : Ask(gate));
        await arrived.Task;
        _clock.Advance(TimeSpan.FromSeconds(3.9));
        Assert.False(reason.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        // Nothing but the limit ends it: no other clock runs beside the test's.
        Assert.Equal(ModelUnavailable.Slow, await reason.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_busy_service_is_asked_once_more_when_it_says_so_and_there_is_time()
    {
        var clock = new ImpatientClock(shorterThan: TimeSpan.FromSeconds(4));
        await using var model = await ScriptedModel.StartAsync(ModelReply.Throttled(2), ModelReply.Of("""{"unit":"SYT"}"""));
        Assert.Equal("""{"unit":"SYT"}""", (await Ask(ScriptedGate.To(model, clock))).Text);
        Assert.Equal(2, model.Requests.Count);
        Assert.Equal([TimeSpan.FromSeconds(2)], clock.Waits);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_asked_twice_and_no_more()
    {
        await using var model = await ScriptedModel.StartAsync(ModelReply.Throttled(null));
        var gate = ScriptedGate.To(model, new ImpatientClock(shorterThan: TimeSpan.FromSeconds(4)));
        Assert.Equal(ModelUnavailable.Throttled, await Reason(() => Ask(gate)));
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task After_five_failures_it_rests_and_then_is_tried_again()
    {
        await using var model = await ScriptedModel.StartAsync(ModelReply.Error(500));
        var gate = ScriptedGate.To(model, _clock);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(ModelUnavailable.Failed, await Reason(() => Ask(gate)));
        }

        Assert.Equal(ModelUnavailable.Resting, await Reason(() => Ask(gate)));
        Assert.Equal(5, model.Requests.Count);
        model.Script = _ => ModelReply.Of("""{"unit":"SYT"}""");
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("""{"unit":"SYT"}""", (await Ask(gate)).Text);
    }

    [Fact]
    public async Task Answers_that_cannot_be_used_are_no_failures_of_the_service()
    {
        await using var model = await ScriptedModel.StartAsync(ModelReply.Filtered);
        var gate = ScriptedGate.To(model, _clock);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(ModelUnavailable.Filtered, await Reason(() => Ask(gate)));
        }
    }

    [Fact]
    public async Task The_callers_own_cancellation_stays_one()
    {
        using var stop = new CancellationTokenSource();
        await using var model = await ScriptedModel.StartAsync(_ =>
        {
            stop.Cancel();
            return ModelReply.Silence;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ScriptedGate.To(model, _clock).For("a")!.GetResponseAsync([new(ChatRole.User, "?")], null, stop.Token)
        );
    }

    [Fact]
    public async Task A_person_has_so_many_tokens_a_day()
    {
        await using var model = await ScriptedModel.StartAsync(ModelReply.Of(new string('x', 4_000)));
        var gate = ScriptedGate.To(model, _clock, o => o.TokensPerDay = 1_000);
        await Ask(gate, "a");
        Assert.Equal(ModelUnavailable.OverBudget, await Reason(() => Ask(gate, "a")));
        await Ask(gate, "b");
        _clock.Advance(TimeSpan.FromDays(1));
        await Ask(gate, "a");
        Assert.Equal(3, model.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_fails_is_not_for_nothing()
    {
        await using var model = await ScriptedModel.StartAsync(ModelReply.Filtered);
        var gate = ScriptedGate.To(model, _clock, o => o.TokensPerDay = 1_000);
        var client = gate.For("a")!;
        Assert.Equal(ModelUnavailable.Filtered, await Reason(() => client.GetResponseAsync(new string('x', 3_000))));
        Assert.Equal(ModelUnavailable.OverBudget, await Reason(() => client.GetResponseAsync("?")));
    }

    [Fact]
    public void Without_an_endpoint_there_is_nobody_to_ask() =>
        Assert.Null(
            new ModelGate(Microsoft.Extensions.Options.Options.Create(new ModelOptions()), null!, null!, null!, null!, _clock, null!).For(
                "a"
            )
        );

    private static Task<ChatResponse> Ask(ModelGate gate, string asker = "a") =>
        gate.For(asker)!.GetResponseAsync([new(ChatRole.System, "Read."), new(ChatRole.User, "Sở Y tế?")], Structured);

    private static async Task<ChatResponse> Stream(ModelGate gate) =>
        await gate.For("a")!.GetStreamingResponseAsync([new(ChatRole.User, "?")], Structured).ToChatResponseAsync();

    private static async Task<ModelUnavailable> Reason(Func<Task> ask) => (await Assert.ThrowsAsync<ModelUnavailableException>(ask)).Why;
}
