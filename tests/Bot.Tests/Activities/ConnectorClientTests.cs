using System.Net;
using System.Net.Sockets;
using Bot.Activities;
using Bot.Activities.Outbound;
using Bot.Testing;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Bot.Tests.Activities;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Thread = "19:abc@thread.tacv2;messageid=1712/00=";

    private LocalChannel _channel = null!;
    private ActivitiesHost _host = null!;

    public async Task InitializeAsync()
    {
        _channel = await LocalChannel.StartAsync();
        _host = await ActivitiesHost.StartAsync(Quick());
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _channel.DisposeAsync();
    }

    [Fact]
    public async Task Each_call_goes_to_its_own_address_with_each_id_as_one_segment()
    {
        var reference = Reply().GetConversationReference();
        const string conversation = "/_connector/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1712%2F00%3D";
        await _host.Connector.SendToConversationAsync(Reply(), default);
        await _host.Connector.ReplyToActivityAsync(Reply(), default);
        await _host.Connector.UpdateActivityAsync(Reply(), "r/1?#", default);
        await _host.Connector.DeleteActivityAsync(reference, "r1", default);
        await _host.Connector.GetConversationMemberAsync(reference, "29:a", default);
        await _host.Connector.GetConversationPagedMembersAsync(reference, 50, "a=b&c", default);
        await _host.Connector.CreateConversationAsync(_channel.ServiceUrl, ConversationParameters.ForPerson("29:a", "t"), default);
        Assert.Equal(
            [
                $"send {conversation}/activities",
                $"send {conversation}/activities/f%3A1",
                $"update {conversation}/activities/r%2F1%3F%23",
                $"delete {conversation}/activities/r1",
                $"member {conversation}/members/29%3Aa",
                $"members {conversation}/pagedmembers?pageSize=50&continuationToken=a%3Db%26c",
                "create /_connector/v3/conversations",
            ],
            _channel.Calls.Select(static call => $"{call.Kind} {call.Target}")
        );
    }

    [Fact]
    public async Task A_message_arrives_as_it_was_written_and_its_id_comes_back()
    {
        var id = await _host.Connector.SendAsync(Reply(), default);
        var call = Assert.Single(await _channel.WaitForAsync(Thread, 1));
        Assert.Equal("r1", id);
        Assert.Equal(("f:1", "Sở Y tế: 80%"), (call.ActivityId, call.Text));
        Assert.Equal("application/json; charset=utf-8", call.Headers["Content-Type"]);
        Assert.Equal("application/json", call.Headers["Accept"]);
        Assert.StartsWith("Bot.Activities/", call.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.False(call.Headers.ContainsKey("Expect"));
        Assert.Equal("", call.Authorization);
    }

    [Fact]
    public async Task A_conversation_is_created_with_the_tenant_in_both_places()
    {
        var made = await _host.Connector.CreateConversationAsync(
            _channel.ServiceUrl,
            ConversationParameters.ForPerson("29:a", "t-1"),
            default
        );
        Assert.Equal(("a:new-1", "r1", _channel.ServiceUrl), (made.Id, made.ActivityId, made.ServiceUrl));
        Assert.True(
            Captures.SameJson(
                """{"members":[{"id":"29:a"}],"isGroup":false,"tenantId":"t-1","channelData":{"tenant":{"id":"t-1"}}}""",
                _channel.Calls[0].Body.GetRawText()
            )
        );
    }

    [Fact]
    public async Task Members_of_older_answers_have_their_object_id_too()
    {
        var page = await _host.Connector.GetConversationPagedMembersAsync(Reply().GetConversationReference(), 100, null, default);
        Assert.Equal(("next", "00000000-0000-0000-0000-000000000001"), (page.ContinuationToken, page.Members[0].AadObjectId));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_is_refused_for_the_moment_is_repeated(int status)
    {
        _channel.FailNext(ConnectorFault.Refused(status), ConnectorFault.Refused(status), ConnectorFault.Refused(status));
        await _host.Connector.SendAsync(Reply(), default);
        Assert.Equal((4, 1), (_channel.Requests, _channel.Sent.Count()));
    }

    [Fact]
    public async Task A_cut_connection_is_tried_again()
    {
        _channel.FailNext(ConnectorFault.DroppedBefore);
        await _host.Connector.SendAsync(Reply(), default);
        Assert.Equal((2, 1), (_channel.Requests, _channel.Sent.Count()));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(302)]
    public async Task What_is_refused_for_good_is_not_repeated(int status)
    {
        _channel.FailNext(ConnectorFault.Refused(status));
        var error = await FailAsync(Reply());
        Assert.Equal(((HttpStatusCode)status, "Injected", false), (error.Status!.Value, error.Code, error.Retryable));
        Assert.Equal(1, _channel.Requests);
    }

    [Fact]
    public async Task Retry_After_is_waited_out()
    {
        _channel.FailNext(ConnectorFault.Throttled(retryAfter: 1));
        var started = Stopwatch.GetTimestamp();
        await _host.Connector.SendAsync(Reply(), default);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.95, 5);
        Assert.Equal(2, _channel.Requests);
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_budget_is_handed_to_the_caller_at_once()
    {
        _channel.FailNext(ConnectorFault.Throttled(retryAfter: 60));
        var error = await FailAsync(Reply());
        Assert.Equal((TimeSpan.FromSeconds(60), true), (error.RetryAfter!.Value, error.Retryable));
        Assert.Equal(1, _channel.Requests);
    }

    [Fact]
    public async Task Repeats_end_with_the_budget()
    {
        await using var host = await ActivitiesHost.StartAsync(
            Quick(("Connector:Budget", "00:00:00.3"), ("Connector:BaseDelay", "00:00:00.05"))
        );
        _channel.FailNext([.. Enumerable.Repeat(ConnectorFault.Refused(503), 100)]);
        var started = Stopwatch.GetTimestamp();
        var error = (await Assert.ThrowsAsync<ConnectorException>(() => host.Connector.SendAsync(Reply(), default))).Error;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.Status);
        Assert.InRange(_channel.Requests, 2, 12);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 4);
    }

    [Fact]
    public async Task A_send_that_timed_out_is_uncertain_and_not_repeated()
    {
        await using var host = await ActivitiesHost.StartAsync(Quick(("Connector:AttemptTimeout", "00:00:00.2")));
        _channel.FailNext(ConnectorFault.Slow(TimeSpan.FromSeconds(30)));
        var error = (await Assert.ThrowsAsync<ConnectorException>(() => host.Connector.SendAsync(Reply(), default))).Error;
        Assert.Equal((true, true, false), (error.Unreachable, error.Uncertain, error.Retryable));
        Assert.Equal(1, _channel.Requests);
    }

    [Fact]
    public async Task Once_a_send_may_have_arrived_no_later_refusal_makes_that_certain()
    {
        _channel.FailNext(ConnectorFault.DroppedAfter, ConnectorFault.Refused(503), ConnectorFault.Refused(403));
        var error = await FailAsync(Reply());
        Assert.Equal((HttpStatusCode.Forbidden, true), (error.Status!.Value, error.Uncertain));
        Assert.Single(_channel.Sent);
    }

    [Fact]
    public async Task An_update_that_timed_out_is_repeated()
    {
        await using var host = await ActivitiesHost.StartAsync(Quick(("Connector:AttemptTimeout", "00:00:00.5")));
        _channel.FailNext(ConnectorFault.Slow(TimeSpan.FromSeconds(30)));
        await host.Connector.UpdateActivityAsync(Reply(), "r1", default);
        Assert.Equal(2, _channel.Requests);
    }

    [Fact]
    public async Task A_connector_that_is_not_there_certainly_took_nothing_and_holds_back_no_other()
    {
        await using var host = await ActivitiesHost.StartAsync(Quick(("Connector:Budget", "00:00:00.2")));
        var dead = Reply();
        dead.ServiceUrl = $"http://127.0.0.1:{ClosedPort()}/";
        var failed = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => Assert.ThrowsAsync<ConnectorException>(() => host.Connector.SendAsync(dead, default)))
        );
        Assert.All(failed, static e => Assert.Equal((true, false, true), (e.Error.Unreachable, e.Error.Uncertain, e.Error.Retryable)));
        await host.Connector.SendAsync(Reply(), default);
        Assert.Single(_channel.Sent);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_a_connector_error()
    {
        using var patience = new CancellationTokenSource();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.Connector.SendAsync(Reply(), patience.Token));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_id_that_would_name_another_resource_is_refused(string? id)
    {
        var reply = Reply();
        reply.Conversation!.Id = id!;
        Assert.Equal("BadArgument", (await FailAsync(reply)).Code);
        Assert.Equal(0, _channel.Requests);
    }

    [Theory]
    [InlineData("""not json""")]
    [InlineData("""{"id":null,"members":null}""")]
    [InlineData("""[]""")]
    public async Task An_answer_that_cannot_be_read_is_an_error_and_no_crash(string body)
    {
        _channel.FailNext(ConnectorFault.Refused(200, body));
        var e = await Assert.ThrowsAsync<ConnectorException>(() =>
            _host.Connector.GetConversationMemberAsync(Reply().GetConversationReference(), "29:a", default)
        );
        Assert.Equal("BadAnswer", e.Error.Code);
        _channel.FailNext(ConnectorFault.Refused(200, body));
        Assert.Null(await _host.Connector.SendAsync(Reply(), default));
    }

    private static Dictionary<string, string?> Quick(params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?> { ["Connector:BaseDelay"] = "00:00:00.002" };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }
        return settings;
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Activity Reply() =>
        new()
        {
            Type = ActivityTypes.Message,
            ServiceUrl = _channel.ServiceUrl,
            Conversation = new() { Id = Thread },
            ReplyToId = "f:1",
            Text = "Sở Y tế: 80%",
        };

    private async Task<ConnectorError> FailAsync(Activity activity) =>
        (await Assert.ThrowsAsync<ConnectorException>(() => _host.Connector.SendAsync(activity, default))).Error;
}
