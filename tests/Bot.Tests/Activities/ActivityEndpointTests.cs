using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bot.Activities;
using Bot.Testing;

namespace Bot.Tests.Activities;

public sealed class ActivityEndpointTests
{
    private const string Invoke =
        """{"type":"invoke","name":"adaptiveCard/action","conversation":{"id":"c"},"serviceUrl":"http://localhost:1/"}""";

    [Theory]
    [InlineData("", 400, "$")]
    [InlineData("null", 400, "null")]
    [InlineData("[]", 400, "$")]
    [InlineData("5", 400, "$")]
    [InlineData("\"text\"", 400, "$")]
    [InlineData("{", 400, "line 1")]
    [InlineData("{} {}", 400, "line 1")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"}}", 400, "$.serviceUrl")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"http://localhost:1/\"}", 400, "$.conversation.id")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"http://localhost:1/\",\"conversation\":{\"id\":\"\"}}", 400, "$.conversation.id")]
    [InlineData("{\"conversation\":{\"id\":\"c\"},\"serviceUrl\":\"http://localhost:1/\"}", 400, "$.type")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"serviceUrl\":\"localhost\"}", 400, "$.serviceUrl")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"serviceUrl\":\"file:///etc\"}", 400, "$.serviceUrl")]
    [InlineData("{\"type\":null}", 400, "$.type")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":5}}", 400, "$.conversation.id")]
    [InlineData("{\"type\":\"message\",\"text\":{\"a\":1}}", 400, "$.text")]
    [InlineData("{\"type\":\"message\",\"type\":\"message\"}", 400, "line 1")]
    [InlineData("{\"type\":\"message\",\"value\":{\"a\":1,\"a\":2}}", 400, "line 1")]
    [InlineData("{\"type\":\"message\",\"novel\":{\"deep\":[{\"a\":1,\"\\u0061\":2}]}}", 400, "line 1")]
    [InlineData(
        "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"x\",\"content\":{\"a\":1,\"a\":2}}]}",
        400,
        "$.attachments[0].content"
    )]
    [InlineData("{\"type\":\"message\",\"membersAdded\":[null]}", 400, "membersAdded")]
    [InlineData("{\"type\":\"message\",\"entities\":[5]}", 400, "$.entities[0]")]
    [InlineData("{\"type\":\"message\",\"attachments\":{}}", 400, "$.attachments")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}", 400, "surrogate")]
    [InlineData("{\"type\":\"message\",\"value\":{\"\\uDC00\":1}}", 400, "surrogate")]
    public async Task A_body_that_is_no_activity_is_a_problem_that_names_the_place(string body, int status, string place)
    {
        await using var host = await ActivitiesHost.StartAsync();
        var answer = await host.PostAsync(body);
        var problem = Captures.Json(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(place, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(host.Handled);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_nesting_without_end_are_400()
    {
        await using var host = await ActivitiesHost.StartAsync();
        var deep = $$"""{"type":"message","value":{{new string('[', 200)}}{{new string(']', 200)}}}""";
        byte[] broken = [.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(deep)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(broken)).StatusCode);
    }

    [Fact]
    public async Task Nesting_up_to_a_hundred_is_taken()
    {
        await using var host = await ActivitiesHost.StartAsync();
        var deep = Message($"\"value\":{new string('[', 100)}{new string(']', 100)}");
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(deep)).StatusCode);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("nonsense", 415)]
    [InlineData(null, 415)]
    [InlineData("application/json", 200)]
    [InlineData("Application/JSON; charset=\"UTF-8\"", 200)]
    [InlineData("application/vnd.microsoft.activity+json", 200)]
    public async Task Only_json_is_read(string? contentType, int status)
    {
        await using var host = await ActivitiesHost.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Message("\"text\":\"a\"")));
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        var answer = await host.PostAsync(content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? null : "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_megabytes_are_413_whether_announced_or_not(bool announced)
    {
        await using var host = await ActivitiesHost.StartAsync();
        var bytes = Encoding.UTF8.GetBytes(Message($"\"text\":\"{new string('a', 2 << 20)}\""));
        HttpContent content = announced ? new ByteArrayContent(bytes) : new ChunkedContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await host.PostAsync(content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Message("\"text\":\"next\""))).StatusCode);
    }

    [Fact]
    public async Task A_body_just_below_the_limit_is_taken_in_pieces_too()
    {
        await using var host = await ActivitiesHost.StartAsync();
        var bytes = Encoding.UTF8.GetBytes(Message($"\"text\":\"{new string('ế', 80 * 1024)}\""));
        var content = new ChunkedContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(content)).StatusCode);
        Assert.Equal(80 * 1024, host.Handled[0].Text!.Length);
    }

    [Fact]
    public async Task Other_methods_are_405()
    {
        await using var host = await ActivitiesHost.StartAsync();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.GetAsync()).StatusCode);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("conversationUpdate")]
    [InlineData("somethingNew")]
    public async Task What_the_handler_says_to_other_types_than_invoke_is_not_answered(string type)
    {
        await using var host = await ActivitiesHost.StartAsync(handler: (_, _) => Answer(new(201, RawJson.FromText("{}"))));
        var answer = await host.PostAsync(Message("\"text\":\"a\"").Replace("message", type, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(type, host.Handled.Single().Type);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_refusal_says_when_the_channel_may_deliver_again(int status)
    {
        await using var host = await ActivitiesHost.StartAsync(handler: (_, _) => Answer(new(status)));
        var answer = await host.PostAsync(Message("\"text\":\"a\""));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_the_handlers_status_and_body()
    {
        const string card = """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Đã ghi"}""";
        await using var host = await ActivitiesHost.StartAsync(handler: (_, _) => Answer(new(412, RawJson.FromText(card))));
        var answer = await host.PostAsync(Invoke);
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(card, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_invoke_that_nobody_knows_is_501()
    {
        await using var host = await ActivitiesHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotImplemented, (await host.PostAsync(Invoke)).StatusCode);
    }

    [Fact]
    public async Task Replies_stand_in_the_answer_where_the_sender_expects_them()
    {
        await using var host = await ActivitiesHost.StartAsync(
            handler: async (activity, cancellationToken) =>
            {
                var turn = new TurnContext(activity, null!);
                var reply = activity.CreateReply();
                (reply.Id, reply.Text) = ("1", "Chào");
                await turn.SendActivityAsync(reply, cancellationToken);
                return turn.Response;
            }
        );
        var answer = await host.PostAsync(Captures.Changed("playground-message-expectReplies", static _ => { }));
        var replies = Captures.Json(await answer.Content.ReadAsStringAsync()).GetProperty("activities");
        Assert.Equal("Chào", replies[0].GetProperty("text").GetString());
        Assert.False(replies[0].TryGetProperty("id", out _));
    }

    [Fact]
    public async Task A_handler_that_fails_is_500_with_a_problem()
    {
        await using var host = await ActivitiesHost.StartAsync(handler: static (_, _) => throw new InvalidOperationException("secret"));
        var answer = await host.PostAsync(Message("\"text\":\"a\""));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_outlives_a_caller_who_gave_up()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await ActivitiesHost.StartAsync(
            handler: async (_, cancellationToken) =>
            {
                entered.SetResult();
                await gone.Task;
                ended.SetResult(cancellationToken.IsCancellationRequested);
                return null;
            }
        );
        using (var http = new HttpClient())
        using (var patience = new CancellationTokenSource())
        {
            using var content = new StringContent(Message("\"text\":\"a\""), Encoding.UTF8, "application/json");
            var call = http.PostAsync(new Uri(host.Url, "/api/messages"), content, patience.Token);
            await entered.Task.WaitAsync(TimeSpan.FromSeconds(10));
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }
        gone.SetResult();
        Assert.False(await ended.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static string Message(string member) =>
        $$"""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://localhost:1/",{{member}}}""";

    private static Task<InvokeResponse?> Answer(InvokeResponse answer) => Task.FromResult<InvokeResponse?>(answer);

    private sealed class ChunkedContent(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var at = 0; at < bytes.Length; at += 9000)
            {
                await stream.WriteAsync(bytes.AsMemory(at, Math.Min(9000, bytes.Length - at)));
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
