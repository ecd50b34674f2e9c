using System.Net.WebSockets;
using System.Text.Json.Nodes;
using static Bot.Wire.Tests.DirectLine.ChatHost;

namespace Bot.Wire.Tests.DirectLine;

public sealed class DirectLineStreamTests
{
    [Fact]
    public async Task A_socket_shows_what_was_before_and_then_what_comes_each_once()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        await client.SayAsync("một");
        await client.PollUntilAsync(2);
        using var socket = await client.ConnectAsync();

        var texts = await TextsAsync(socket, 2);
        await client.SayAsync("hai");
        texts.AddRange(await TextsAsync(socket, 2));

        Assert.Equal(["một", "Trả lời: một", "hai", "Trả lời: hai"], texts);
    }

    [Fact]
    public async Task A_second_socket_after_a_watermark_loses_nothing_and_doubles_nothing()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        using (var first = await client.ConnectAsync())
        {
            await client.SayAsync("một");
            await TextsAsync(first, 2);
            first.Abort();
        }
        var watermark = Text((await client.PollAsync())["watermark"]);
        await client.SayAsync("hai");
        await client.PollUntilAsync(4);

        var again = await host.GetAsync($"{client.Path}?watermark={watermark}", client.Token, 200);
        using var second = await client.ConnectAsync(Text(again["streamUrl"]));

        Assert.Equal(["hai", "Trả lời: hai"], await TextsAsync(second, 2));
        Assert.NotEmpty(Text(again["token"]));
    }

    [Fact]
    public async Task An_empty_frame_is_taken_as_a_sign_of_life()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        using var socket = await client.ConnectAsync();

        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, CancellationToken.None);
        await client.SayAsync("một");

        Assert.Equal(["một", "Trả lời: một"], await TextsAsync(socket, 2));
    }

    [Fact]
    public async Task Typing_is_shown_on_the_socket_and_never_polled()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        using var socket = await client.ConnectAsync();
        await client.SayAsync("một");
        await TextsAsync(socket, 2);
        var serviceUrl = host.Seen.First().ServiceUrl;

        await host.PostAsync($"{serviceUrl}/v3/conversations/{client.Id}/activities", null, """{"type":"typing"}""", 201);
        var frame = (await ChatClient.ReceiveAsync(socket))!;

        Assert.Equal("typing", Text(frame["activities"]![0]!["type"]));
        Assert.Null(frame["watermark"]);
        Assert.Equal(2, (await client.PollAsync())["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_stopping_host_closes_with_1001_so_that_the_client_connects_again()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        using var socket = await client.ConnectAsync();
        await client.SayAsync("một");
        await TextsAsync(socket, 2);

        var stopping = host.StopAsync();
        var last = await ChatClient.ReceiveAsync(socket);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Null(last);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
    }

    [Fact]
    public async Task A_stream_address_is_good_for_60_seconds()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync());
    }

    [Fact]
    public async Task A_stream_opens_neither_with_garbage_nor_with_the_conversations_own_token_nor_for_another_page()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        var bare = client.StreamUrl[..client.StreamUrl.IndexOf("&t=", StringComparison.Ordinal)];

        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync($"{bare}&t=garbage"));
        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync($"{bare}&t={client.Token}"));
        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync(origin: "https://elsewhere.example"));
        using var own = await client.ConnectAsync(origin: host.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(WebSocketState.Open, own.State);
    }

    [Fact]
    public async Task A_user_has_at_most_twenty_sockets()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        await client.SayAsync("một");
        var sockets = new List<ClientWebSocket>();
        for (var i = 0; i < 20; i++)
        {
            sockets.Add(await client.ConnectAsync());
            await ChatClient.ReceiveAsync(sockets[^1]);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync());

        sockets.ForEach(socket => socket.Dispose());
    }

    private static async Task<List<string>> TextsAsync(ClientWebSocket socket, int count)
    {
        var texts = new List<string>();
        while (texts.Count < count)
        {
            var frame = await ChatClient.ReceiveAsync(socket) ?? throw new InvalidOperationException("the server closed");
            texts.AddRange(frame["activities"]!.AsArray().Select((JsonNode? activity) => Text(activity!["text"])));
        }
        return texts;
    }
}
