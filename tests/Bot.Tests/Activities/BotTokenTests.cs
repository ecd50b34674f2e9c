using System.Net;
using Bot.Activities;
using Bot.Activities.Hosting;
using Bot.Activities.Outbound;
using Bot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Activities;

public sealed class BotTokenTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private TokenIssuer _issuer = null!;
    private LocalChannel _channel = null!;
    private ActivitiesHost _host = null!;

    public async Task InitializeAsync()
    {
        _issuer = await TokenIssuer.StartAsync();
        _channel = await LocalChannel.StartAsync();
        _host = await ActivitiesHost.StartAsync(_issuer.Settings(), clock: _clock);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _channel.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_hundred_parallel_sends_fetch_one_token()
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _issuer.BeforeToken = () => all.Task;
        var sends = Enumerable.Range(0, 100).Select(_ => _host.Connector.SendAsync(Message(), default)).ToList();
        all.SetResult();
        await Task.WhenAll(sends);
        Assert.Equal(1, _issuer.TokenReads);
        Assert.All(_channel.Sent, static call => Assert.Equal("Bearer bot-token-1", call.Authorization));
        Assert.Equal(100, _channel.Sent.Count());
    }

    [Fact]
    public async Task The_token_is_asked_for_with_the_apps_secret_and_the_bot_frameworks_scope()
    {
        await _host.Connector.SendAsync(Message(), default);
        var form = Uri.UnescapeDataString(_issuer.LastTokenForm);
        Assert.Contains($"client_id={_issuer.AppId}", form, StringComparison.Ordinal);
        Assert.Contains("client_secret=local-only", form, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", form, StringComparison.Ordinal);
        Assert.Contains("scope=https://api.botframework.com/.default", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_renewed_before_it_expires_and_not_sooner()
    {
        await _host.Connector.SendAsync(Message(), default);
        _clock.Advance(TimeSpan.FromMinutes(54));
        await _host.Connector.SendAsync(Message(), default);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await _host.Connector.SendAsync(Message(), default);
        Assert.Equal(
            ["Bearer bot-token-1", "Bearer bot-token-1", "Bearer bot-token-2"],
            _channel.Sent.Select(static call => call.Authorization)
        );
    }

    [Fact]
    public async Task While_it_is_good_a_renewal_that_fails_does_no_harm()
    {
        await _host.Connector.SendAsync(Message(), default);
        _clock.Advance(TimeSpan.FromMinutes(56));
        _issuer.Down = true;
        await _host.Connector.SendAsync(Message(), default);
        Assert.Equal(2, _channel.Sent.Count());
    }

    [Fact]
    public async Task A_401_renews_it_once_and_repeats_the_call_once()
    {
        await _host.Connector.SendAsync(Message(), default);
        _channel.FailNext(ConnectorFault.Refused(401));
        await _host.Connector.SendAsync(Message(), default);
        Assert.Equal((2, "Bearer bot-token-2"), (_issuer.TokenReads, _channel.Sent.Last().Authorization));
        _channel.FailNext(ConnectorFault.Refused(401), ConnectorFault.Refused(401));
        _clock.Advance(TimeSpan.FromMinutes(1));
        var e = await Assert.ThrowsAsync<ConnectorException>(() => _host.Connector.SendAsync(Message(), default));
        Assert.Equal((HttpStatusCode.Unauthorized, 3), (e.Error.Status!.Value, _issuer.TokenReads));
    }

    [Fact]
    public async Task A_connector_that_always_says_401_does_not_make_the_bot_hammer_the_provider()
    {
        _channel.FailNext([.. Enumerable.Repeat(ConnectorFault.Refused(401), 100)]);
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<ConnectorException>(() => _host.Connector.SendAsync(Message(), default));
        }
        Assert.Equal(2, _issuer.TokenReads);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_call_may_succeed_later()
    {
        _issuer.Down = true;
        await using var host = await ActivitiesHost.StartAsync(
            new Dictionary<string, string?>(_issuer.Settings())
            {
                ["Connector:Budget"] = "00:00:00.1",
                ["Connector:BaseDelay"] = "00:00:00.01",
            }
        );
        var e = await Assert.ThrowsAsync<ConnectorException>(() => host.Connector.SendAsync(Message(), default));
        Assert.Equal((ConnectorError.TokenUnavailable, true, false), (e.Error.Code, e.Error.Retryable, e.Error.Uncertain));
        Assert.Equal(0, _channel.Requests);
        _issuer.Down = false;
        await host.Connector.SendAsync(Message(), default);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("https://smba.trafficmanager.net.example.org/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?x=")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("")]
    public async Task The_token_is_never_even_fetched_for_a_foreign_host(string serviceUrl)
    {
        var message = Message();
        message.ServiceUrl = serviceUrl;
        var e = await Assert.ThrowsAsync<ConnectorException>(() => _host.Connector.SendAsync(message, default));
        Assert.Equal((ConnectorError.ForeignHost, false), (e.Error.Code, e.Error.Retryable));
        Assert.Equal(0, _issuer.TokenReads);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac/tenant/")]
    [InlineData("https://SMBA.TrafficManager.net/teams")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://directline.botframework.azure.us/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://[::1]:1/")]
    public void The_channels_of_every_cloud_and_this_machine_may_see_it(string serviceUrl) =>
        Assert.True(ServiceUrlAllowList.Allows(serviceUrl, new ActivitiesOptions { MicrosoftAppId = "a" }));

    private Activity Message() =>
        new()
        {
            Type = ActivityTypes.Message,
            ServiceUrl = _channel.ServiceUrl,
            Conversation = new() { Id = "c" },
            Text = "a",
        };
}
