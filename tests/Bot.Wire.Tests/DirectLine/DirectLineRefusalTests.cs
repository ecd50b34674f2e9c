using static Bot.Wire.Tests.DirectLine.ChatHost;

namespace Bot.Wire.Tests.DirectLine;

public sealed class DirectLineRefusalTests
{
    private const string Hello = """{"type":"message","text":"x"}""";

    [Theory]
    [InlineData(null, 401)]
    [InlineData("garbage", 403)]
    [InlineData("eyJhbGciOiJub25lIn0.eyJ1c2VyIjoiZGxfYWRtaW4ifQ.", 403)]
    public async Task Without_a_token_of_ours_nothing_is_taken(string? token, int status)
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();

        var answer = await host.PostAsync($"{client.Path}/activities", token, Hello, status);

        Assert.NotEmpty(Text(answer["error"]!["code"]));
        await host.GetAsync($"{client.Path}/activities", token, status);
        await host.PostAsync("/v3/directline/tokens/refresh", token, "", status);
        Assert.Empty((await client.PollAsync())["activities"]!.AsArray());
    }

    [Theory]
    [InlineData("dl_admin", 403)]
    [InlineData("dl_inspector", 403)]
    [InlineData("dl_somebody", 200)]
    public async Task Who_comes_through_a_proxy_takes_no_sample_account(string user, int status)
    {
        await using var host = await ChatHost.StartAsync();
        host.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        await host.PostAsync("/v3/directline/tokens/generate", null, $$$"""{"user":{"id":"{{{user}}}"}}""", status);
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_only()
    {
        await using var host = await ChatHost.StartAsync();
        var (mine, other) = (await host.OpenAsync(), await host.OpenAsync());

        await host.PostAsync($"{mine.Path}/activities", other.Token, Hello, 403);
        await host.GetAsync($"{mine.Path}/activities", other.Token, 403);
        await host.GetAsync($"{mine.Path}?watermark=", other.Token, 403);
        await host.PostAsync("/v3/directline/conversations/nope/activities", mine.Token, Hello, 403);
    }

    [Fact]
    public async Task A_token_altered_in_one_letter_is_refused()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        var at = client.Token.IndexOf('.', StringComparison.Ordinal) + 12;
        var altered = client.Token[..at] + (client.Token[at] == 'A' ? 'B' : 'A') + client.Token[(at + 1)..];

        await host.PostAsync($"{client.Path}/activities", altered, Hello, 403);
    }

    [Fact]
    public async Task A_token_ends_after_30_minutes_unless_it_is_refreshed()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(29));
        var refreshed = Text((await host.PostAsync("/v3/directline/tokens/refresh", client.Token, "", 200))["token"]);
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        var answer = await host.PostAsync($"{client.Path}/activities", client.Token, Hello, 403);

        Assert.Equal("TokenExpired", Text(answer["error"]!["code"]));
        await host.PostAsync($"{client.Path}/activities", refreshed, Hello, 200);
    }

    [Fact]
    public async Task A_token_whose_conversation_was_not_started_finds_none()
    {
        await using var host = await ChatHost.StartAsync();
        var generated = await host.PostAsync("/v3/directline/tokens/generate", null, "", 200);

        await host.GetAsync($"/v3/directline/conversations/{Text(generated["conversationId"])}/activities", Text(generated["token"]), 404);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"text":"no type"}""", 400)]
    [InlineData("""{"type":7}""", 400)]
    [InlineData("""{"type":"message","type":"event"}""", 400)]
    [InlineData("""{"type":"message","text":"\ud800"}""", 400)]
    [InlineData("""{"type":"message","channelData":{"clientActivityID":"\ud800"}}""", 400)]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""", 400)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""", 400)]
    public async Task A_body_that_is_no_activity_of_a_client_is_refused_with_an_error(string body, int status)
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();

        var answer = await host.PostAsync($"{client.Path}/activities", client.Token, body, status);

        Assert.NotEmpty(Text(answer["error"]!["message"]));
        Assert.Empty((await client.PollAsync())["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_body_above_256_KB_is_413_and_one_below_is_taken()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();

        await host.PostAsync(
            $"{client.Path}/activities",
            client.Token,
            $$"""{"type":"message","text":"{{new string('a', 256 * 1024)}}"}""",
            413
        );
        await host.PostAsync(
            $"{client.Path}/activities",
            client.Token,
            $$"""{"type":"message","text":"{{new string('a', 255 * 1024)}}"}""",
            200
        );
    }

    [Fact]
    public async Task More_than_120_activities_within_a_minute_are_429_and_a_minute_later_all_is_well()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        for (var i = 0; i < 120; i++)
        {
            await client.SayAsync("x");
        }

        using var refused = await host.SendAsync(HttpMethod.Post, $"{client.Path}/activities", client.Token, Hello);
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        await client.SayAsync("y");
    }

    [Theory]
    [InlineData("""{"user":{"id":"admin"}}""")]
    [InlineData("""{"user":{"id":7}}""")]
    [InlineData("""{"user":{"id":"dl_\ud800"}}""")]
    [InlineData("{")]
    public async Task A_token_for_a_user_id_that_is_none_is_refused(string body)
    {
        await using var host = await ChatHost.StartAsync();

        await host.PostAsync("/v3/directline/tokens/generate", null, body, 400);
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_no_token()
    {
        await using var host = await ChatHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate");
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_connector_is_closed_to_everybody_without_its_secret()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();

        await host.PostAsync($"/v3/directline/connector/guess/v3/conversations/{client.Id}/activities", client.Token, Hello, 404);

        Assert.Empty((await client.PollAsync())["activities"]!.AsArray());
    }

    [Fact]
    public async Task Outside_Development_a_sample_contact_is_a_guest_without_identity()
    {
        await using var host = await ChatHost.StartAsync("Production", "--WebChat:Enabled=true");
        var client = await host.OpenAsync("dl_admin");
        await client.SayAsync("chào");
        await client.PollUntilAsync(2);

        Assert.All(host.Seen, activity => Assert.Null(activity.From!.AadObjectId));
        Assert.DoesNotContain("dl_admin", await host.Http.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development", "--WebChat:Enabled=false")]
    public async Task Where_it_is_not_enabled_there_is_neither_page_nor_endpoint(string environment, params string[] arguments)
    {
        await using var host = await ChatHost.StartAsync(environment, arguments);

        using var page = await host.Http.GetAsync(new Uri("/", UriKind.Relative));
        using var token = await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", null, "{}");

        Assert.Equal((404, 404), ((int)page.StatusCode, (int)token.StatusCode));
    }
}
