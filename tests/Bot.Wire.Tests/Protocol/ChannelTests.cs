using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing;

namespace Bot.Wire.Tests.Protocol;

/// <summary>The built bot as a real channel sees it: signed requests in, answers with the bot's own token out.</summary>
public sealed class ChannelTests : IAsyncLifetime
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";

    private readonly HttpClient _http = new();
    private TokenIssuer _issuer = null!;
    private LocalChannel _channel = null!;
    private BotProcess _bot = null!;

    public async Task InitializeAsync()
    {
        _issuer = await TokenIssuer.StartAsync();
        _channel = await LocalChannel.StartAsync();
        _bot = await BotProcess.StartAsync(_issuer.Variables());
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        await _issuer.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task A_signed_question_is_answered_with_the_bots_own_token()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Message("a:1"), _issuer.Sign(_channel.ServiceUrl)));
        var answer = Assert.Single(await _channel.WaitForAsync("a:1", 1));
        Assert.Equal("Bearer bot-token-1", answer.Authorization);
        Assert.Equal("m-a:1", answer.Body.GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task Whoever_cannot_prove_who_he_is_gets_no_answer_and_no_500()
    {
        var unendorsed = _issuer.AddKey("other", "webchat");
        var url = _channel.ServiceUrl;
        (string? Token, HttpStatusCode Status)[] callers =
        [
            (null, HttpStatusCode.Unauthorized),
            ("abc.def.ghi", HttpStatusCode.Unauthorized),
            (_issuer.Sign(url, static token => token.Header["alg"] = "none"), HttpStatusCode.Unauthorized),
            (_issuer.Sign(url, static token => token.Header["alg"] = "HS256"), HttpStatusCode.Unauthorized),
            (_issuer.Sign(url, static token => token.Claims["iss"] = "https://example.org"), HttpStatusCode.Unauthorized),
            (_issuer.Sign(url, static token => token.Claims["aud"] = "someone"), HttpStatusCode.Unauthorized),
            (_issuer.Sign(url, static token => token.Claims["exp"] = 1), HttpStatusCode.Unauthorized),
            (_issuer.Sign(url, token => token.Key = new IssuerKey(_issuer.Key.Id)), HttpStatusCode.Unauthorized),
            (_issuer.Sign("https://example.org/"), HttpStatusCode.Unauthorized),
            (_issuer.Sign(url, token => (token.Key, token.Header["kid"]) = (unendorsed, unendorsed.Id)), HttpStatusCode.Forbidden),
        ];
        foreach (var (token, status) in callers)
        {
            Assert.Equal(status, await PostAsync(Message("a:bad"), token));
        }
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Message("a:good"), _issuer.Sign(url)));
        await _channel.WaitForAsync("a:good", 1);
        Assert.DoesNotContain(_channel.Calls, static call => call.ConversationId == "a:bad");
    }

    [Fact]
    public async Task A_broken_body_disturbs_no_other_conversation()
    {
        var token = _issuer.Sign(_channel.ServiceUrl);
        var good = Message("a:2");
        string[] bodies =
        [
            "{",
            "[]",
            "null",
            $"{good[..^1]},\"type\":\"message\"}}",
            good.Replace("\"m-a:2\"", "{}", StringComparison.Ordinal),
            new string(' ', 2 << 20),
        ];
        var answers = await Task.WhenAll(bodies.Select(body => PostAsync(body, token)).Append(PostAsync(good, token)));
        Assert.All(answers[..^1], static status => Assert.InRange((int)status, 400, 499));
        Assert.Equal(HttpStatusCode.OK, answers[^1]);
        Assert.Single(await _channel.WaitForAsync("a:2", 1));
    }

    [Fact]
    public async Task Without_an_app_id_the_bot_does_not_start_on_an_open_address()
    {
        var settings = new Dictionary<string, string> { ["Kestrel__Endpoints__Open__Url"] = "http://0.0.0.0:0" };
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => BotProcess.StartAsync(settings));
        Assert.Contains("MicrosoftAppId", e.Message, StringComparison.Ordinal);
    }

    private string Message(string conversation) =>
        new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"m-{conversation}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = _channel.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:a" },
            ["recipient"] = new JsonObject { ["id"] = $"28:{_issuer.AppId}" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = "personal",
                ["tenantId"] = SampleCity.Tenant,
            },
            ["text"] = Question,
        }.ToJsonString();

    private async Task<HttpStatusCode> PostAsync(string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_bot.Url}/api/messages")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }
}
