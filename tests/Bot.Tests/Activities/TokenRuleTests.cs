using System.Net;
using Bot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Activities;

/// <summary>The rules of bot-protocol 2.2 and 2.3 with real signed tokens over HTTP; none of them is ever a 500.</summary>
public sealed class TokenRuleTests : IAsyncLifetime
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/apac/2b9d1f60-7c1e-4d53-9b0e-5a1c7d0e4f11/";
    private const string Tenant = "2b9d1f60-7c1e-4d53-9b0e-5a1c7d0e4f11";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (int Status, Action<TokenIssuer, TokenShape> Change)> Rules = new()
    {
        ["a good token"] = (200, static (_, _) => { }),
        ["an audience in a list"] = (
            200,
            static (issuer, token) => token.Claims["aud"] = new System.Text.Json.Nodes.JsonArray("x", issuer.AppId)
        ),
        ["another issuer"] = (401, static (_, token) => token.Claims["iss"] = "https://example.org"),
        ["an Entra issuer"] = (401, static (_, token) => token.Claims["iss"] = $"https://sts.windows.net/{Tenant}/"),
        ["no issuer"] = (401, static (_, token) => token.Claims.Remove("iss")),
        ["another audience"] = (401, static (_, token) => token.Claims["aud"] = "00000000-0000-0000-0000-000000000000"),
        ["the general audience"] = (401, static (_, token) => token.Claims["aud"] = "https://api.botframework.com"),
        ["no audience"] = (401, static (_, token) => token.Claims.Remove("aud")),
        ["expired within the skew"] = (200, static (_, token) => token.Claims["exp"] = Seconds(-299)),
        ["expired"] = (401, static (_, token) => token.Claims["exp"] = Seconds(-301)),
        ["no expiry"] = (401, static (_, token) => token.Claims.Remove("exp")),
        ["an expiry that is text"] = (401, static (_, token) => token.Claims["exp"] = "tomorrow"),
        ["valid soon, within the skew"] = (200, static (_, token) => token.Claims["nbf"] = Seconds(299)),
        ["not yet valid"] = (401, static (_, token) => token.Claims["nbf"] = Seconds(301)),
        ["unsigned"] = (401, static (_, token) => token.Header["alg"] = "none"),
        ["HS256 with the public key"] = (401, static (_, token) => token.Header["alg"] = "HS256"),
        ["RS384"] = (401, static (_, token) => token.Header["alg"] = "RS384"),
        ["no algorithm"] = (401, static (_, token) => token.Header.Remove("alg")),
        ["a foreign key under our id"] = (401, static (issuer, token) => token.Key = new IssuerKey(issuer.Key.Id)),
        ["an unknown key"] = (401, static (_, token) => (token.Key, token.Header["kid"]) = (new IssuerKey("who"), "who")),
        ["no key id"] = (401, static (_, token) => token.Header.Remove("kid")),
        ["a critical extension"] = (401, static (_, token) => token.Header["crit"] = new System.Text.Json.Nodes.JsonArray("exp")),
        ["a key without endorsements"] = (403, static (issuer, token) => Use(token, issuer.AddKey("bare"))),
        ["a key endorsed for another channel"] = (403, static (issuer, token) => Use(token, issuer.AddKey("other", "webchat"))),
        ["serviceurl with one slash less"] = (200, static (_, token) => token.Claims["serviceurl"] = ServiceUrl.TrimEnd('/')),
        ["serviceurl in capitals"] = (200, static (_, token) => token.Claims["serviceurl"] = ServiceUrl.ToUpperInvariant()),
        ["another serviceurl"] = (401, static (_, token) => token.Claims["serviceurl"] = "https://example.org/"),
        ["serviceurl longer by a path"] = (401, static (_, token) => token.Claims["serviceurl"] = ServiceUrl + "x"),
        ["serviceurl that is a number"] = (401, static (_, token) => token.Claims["serviceurl"] = 5),
        ["no serviceurl"] = (401, static (_, token) => token.Claims.Remove("serviceurl")),
    };

    private readonly FakeTimeProvider _clock = new(Now);
    private TokenIssuer _issuer = null!;
    private ActivitiesHost _host = null!;

    public static TheoryData<string> RuleNames => [.. Rules.Keys];

    public async Task InitializeAsync()
    {
        _issuer = await TokenIssuer.StartAsync(clock: _clock);
        _host = await ActivitiesHost.StartAsync(_issuer.Settings(), clock: _clock);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory, MemberData(nameof(RuleNames))]
    public async Task Each_rule_lets_in_or_refuses(string name)
    {
        var (status, change) = Rules[name];
        var answer = await PostAsync(_issuer.Sign(ServiceUrl, token => change(_issuer, token)));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, _host.Handled.Count);
        Assert.Equal(status == 401, answer.Headers.WwwAuthenticate.Count > 0);
        if (status != 200)
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer abc")]
    [InlineData("Bearer abc.def.ghi")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer W10.W10.AA")]
    [InlineData("Bearer bnVsbA.bnVsbA.AA")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer a b")]
    public async Task A_header_that_is_no_token_is_401(string header)
    {
        var answer = await _host.PostAsync(Activity(), header);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(0, _issuer.MetadataReads);
    }

    [Fact]
    public async Task No_header_is_401() => Assert.Equal(HttpStatusCode.Unauthorized, (await _host.PostAsync(Activity())).StatusCode);

    [Fact]
    public async Task Two_good_headers_are_401()
    {
        var header = $"Bearer {_issuer.Sign(ServiceUrl)}";
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.PostAsync(Activity(), header, header)).StatusCode);
    }

    [Fact]
    public async Task The_scheme_may_be_in_any_case() =>
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(Activity(), $"bearer {_issuer.Sign(ServiceUrl)}")).StatusCode);

    [Fact]
    public async Task An_activity_without_channel_is_refused_because_no_key_can_be_endorsed_for_it()
    {
        var activity = Captures.Changed("documented-message-personal", static activity => activity.Remove("channelId"));
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.PostAsync(activity, $"Bearer {_issuer.Sign(ServiceUrl)}")).StatusCode);
    }

    [Fact]
    public async Task Of_two_keys_with_one_id_only_the_endorsement_of_the_one_that_signed_counts()
    {
        var signer = _issuer.AddKey(_issuer.Key.Id, "webchat");
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(_issuer.Sign(ServiceUrl, token => token.Key = signer))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_issuer.Sign(ServiceUrl))).StatusCode);
    }

    [Fact]
    public async Task A_rotated_key_is_found_by_one_refresh_and_the_old_one_is_refused()
    {
        var old = _issuer.Sign(ServiceUrl);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(old)).StatusCode);
        _issuer.Rotate("key-2");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_issuer.Sign(ServiceUrl))).StatusCode);
        Assert.Equal(2, _issuer.KeyReads);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(old)).StatusCode);
    }

    [Fact]
    public async Task Tokens_of_unknown_keys_cannot_hammer_the_issuer()
    {
        var token = _issuer.Sign(ServiceUrl, static token => (token.Key, token.Header["kid"]) = (new IssuerKey("who"), "who"));
        for (var request = 0; request < 20; request++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(token)).StatusCode);
        }
        Assert.InRange(_issuer.KeyReads, 1, 4);
        var before = _issuer.KeyReads;
        _clock.Advance(TimeSpan.FromMinutes(3));
        await PostAsync(token);
        Assert.Equal(before + 1, _issuer.KeyReads);
    }

    [Fact]
    public async Task While_the_issuer_is_down_the_last_good_keys_stay_in_use()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_issuer.Sign(ServiceUrl))).StatusCode);
        _issuer.Down = true;
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_issuer.Sign(ServiceUrl))).StatusCode);
        var unknown = _issuer.Sign(ServiceUrl, static token => (token.Key, token.Header["kid"]) = (new IssuerKey("who"), "who"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(unknown)).StatusCode);
    }

    [Fact]
    public async Task An_issuer_that_was_never_there_is_503_and_is_asked_again_a_second_later()
    {
        _issuer.Down = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(_issuer.Sign(ServiceUrl))).StatusCode);
        _issuer.Down = false;
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_issuer.Sign(ServiceUrl))).StatusCode);
    }

    [Fact]
    public async Task A_hundred_first_requests_read_the_keys_once()
    {
        var token = _issuer.Sign(ServiceUrl);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => PostAsync(token)));
        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal((1, 1), (_issuer.MetadataReads, _issuer.KeyReads));
    }

    [Theory]
    [InlineData(null, Tenant, Tenant, 403)]
    [InlineData(null, null, Tenant, 403)]
    [InlineData(null, null, null, 200)]
    [InlineData(Tenant, Tenant, Tenant, 200)]
    [InlineData("other, 2B9D1F60-7c1e-4d53-9b0e-5a1c7d0e4f11", Tenant, null, 200)]
    [InlineData(Tenant, null, Tenant, 200)]
    [InlineData("other", Tenant, Tenant, 403)]
    [InlineData(Tenant, "other", Tenant, 403)]
    [InlineData(Tenant, Tenant, "other", 403)]
    [InlineData(Tenant, null, null, 403)]
    public async Task Only_listed_tenants_may_talk_to_the_bot(string? allowed, string? ofConversation, string? ofChannel, int status)
    {
        await using var host = await ActivitiesHost.StartAsync(
            new Dictionary<string, string?>(_issuer.Settings()) { ["Teams:TenantId"] = allowed },
            clock: _clock
        );
        var activity = Captures.Changed(
            "documented-message-personal",
            activity =>
            {
                activity["conversation"]!["tenantId"] = ofConversation;
                activity["channelData"]!["tenant"]!["id"] = ofChannel;
            }
        );
        var answer = await host.PostAsync(activity, $"Bearer {_issuer.Sign(ServiceUrl)}");
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_list_the_apps_own_tenant_is_the_list()
    {
        await using var host = await ActivitiesHost.StartAsync(
            new Dictionary<string, string?>(_issuer.Settings())
            {
                ["Teams:TenantId"] = null,
                ["MicrosoftAppType"] = "SingleTenant",
                ["MicrosoftAppTenantId"] = "other",
            },
            clock: _clock
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync(Activity(), $"Bearer {_issuer.Sign(ServiceUrl)}")).StatusCode);
    }

    [Fact]
    public async Task The_caller_is_asked_before_the_body_is_read_but_a_huge_body_first() =>
        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.RequestEntityTooLarge],
            [(await _host.PostAsync("not json")).StatusCode, (await _host.PostAsync(new byte[300 * 1024])).StatusCode]
        );

    private static byte[] Activity() => Captures.Changed("documented-message-personal", static _ => { });

    private static long Seconds(int fromNow) => Now.ToUnixTimeSeconds() + fromNow;

    private static void Use(TokenShape token, IssuerKey key) => (token.Key, token.Header["kid"]) = (key, key.Id);

    private Task<HttpResponseMessage> PostAsync(string token) => _host.PostAsync(Activity(), $"Bearer {token}");
}
