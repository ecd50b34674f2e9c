using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Activities;
using Bot.WebChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Wire.Tests.DirectLine;

/// <summary>The chat page's endpoints on a free port with a bot that answers each message by its own text, posted to the activity's serviceUrl.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _connector = new();

    private ChatHost(WebApplication app, FakeTimeProvider clock) => (_app, Clock) = (app, clock);

    public FakeTimeProvider Clock { get; }

    /// <summary>What reached the bot, in order.</summary>
    public ConcurrentQueue<Activity> Seen { get; } = new();

    /// <summary>Runs before the bot answers a message; may wait or throw.</summary>
    public Func<Activity, Task> BeforeReply { get; set; } = _ => Task.CompletedTask;

    public HttpClient Http { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public static async Task<ChatHost> StartAsync(string environment = "Development", params string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, Args = arguments });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(53));
        var app = builder.Build();
        var host = new ChatHost(app, clock);
        app.MapWebChat(host.AnswerAsync, clock);
        await app.StartAsync();
        host.Http.BaseAddress = host.Address;
        return host;
    }

    public async Task<JsonNode> PostAsync(string path, string? token, string body, int expected)
    {
        using var response = await SendAsync(HttpMethod.Post, path, token, body);
        return await ReadAsync(response, expected);
    }

    public async Task<JsonNode> GetAsync(string path, string? token, int expected)
    {
        using var response = await SendAsync(HttpMethod.Get, path, token, null);
        return await ReadAsync(response, expected);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, string? body)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return Http.SendAsync(request);
    }

    /// <summary>A started conversation of this user.</summary>
    public async Task<ChatClient> OpenAsync(string userId = "dl_syt")
    {
        var generated = await PostAsync("/v3/directline/tokens/generate", null, $$$"""{"user":{"id":"{{{userId}}}"}}""", 200);
        var started = await PostAsync("/v3/directline/conversations", Text(generated["token"]), """{"locale":"vi-VN"}""", 201);
        return new ChatClient(this, Text(started["conversationId"]), Text(started["token"]), Text(started["streamUrl"]));
    }

    /// <summary>Waits until the condition holds; fails after ten seconds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    public Task StopAsync() => _app.StopAsync();

    public static string Text(JsonNode? node) => node!.GetValue<string>();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _connector.Dispose();
        Http.Dispose();
    }

    private async Task<InvokeResponse?> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        Seen.Enqueue(activity);
        if (activity.Type != ActivityTypes.Message)
        {
            return null;
        }
        await BeforeReply(activity);
        var reply = activity.CreateReply();
        reply.Text = "Trả lời: " + activity.Text;
        var body = JsonSerializer.SerializeToUtf8Bytes(reply, ActivityJsonContext.Outgoing);
        var address = $"{activity.ServiceUrl}/v3/conversations/{activity.Conversation!.Id}/activities/{Uri.EscapeDataString(activity.Id!)}";
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await _connector.PostAsync(new Uri(address), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return null;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, int expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == expected, $"{(int)response.StatusCode}, not {expected}: {text}");
        return JsonNode.Parse(text)!;
    }
}

/// <summary>One conversation as a client has it.</summary>
internal sealed record ChatClient(ChatHost Host, string Id, string Token, string StreamUrl)
{
    public string Path => $"/v3/directline/conversations/{Id}";

    /// <summary>Posts a message; its id.</summary>
    public async Task<string> SayAsync(string text, string? clientActivityId = null, string more = "") =>
        ChatHost.Text(
            (
                await Host.PostAsync(
                    $"{Path}/activities",
                    Token,
                    $$$"""{"type":"message","text":"{{{text}}}","from":{"id":"dl_admin","aadObjectId":"forged"},"channelData":{"clientActivityID":"{{{clientActivityId}}}","keep":[1]}{{{more}}}}""",
                    200
                )
            )["id"]
        );

    public Task<JsonNode> PollAsync(string watermark = "") => Host.GetAsync($"{Path}/activities?watermark={watermark}", Token, 200);

    /// <summary>All activities as soon as there are so many.</summary>
    public async Task<JsonArray> PollUntilAsync(int count)
    {
        JsonArray activities = [];
        await ChatHost.UntilAsync(async () => (activities = (await PollAsync())["activities"]!.AsArray()).Count >= count);
        return activities;
    }

    public async Task<ClientWebSocket> ConnectAsync(string? streamUrl = null, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }
        await socket.ConnectAsync(new Uri(streamUrl ?? StreamUrl), CancellationToken.None);
        return socket;
    }

    /// <summary>The next frame of the socket that has text; null when the server closed.</summary>
    public static async Task<JsonNode?> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, patience.Token);
        return received.MessageType == WebSocketMessageType.Close
            ? null
            : JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, received.Count));
    }
}
