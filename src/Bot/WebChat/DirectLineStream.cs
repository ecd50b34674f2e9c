using System.Net.WebSockets;
using System.Threading.Channels;

namespace Bot.WebChat;

/// <summary>One socket of a conversation: all after its watermark first, then what comes. It reads the log by itself, so nothing is lost or sent twice.</summary>
internal sealed class DirectLineStream(DirectLineConversation conversation, WebSocket socket, long watermark)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Null wakes the sender to look into the log; anything else is shown once. A client that does not read loses typing signs, never activities.
    private readonly Channel<byte[]?> _signals = Channel.CreateBounded<byte[]?>(
        new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );
    private long _watermark = watermark;

    /// <summary>There is something new in the log.</summary>
    public void Wake() => _signals.Writer.TryWrite(null);

    /// <summary>Shows an activity that is not in the log.</summary>
    public void Show(byte[] activity) => _signals.Writer.TryWrite(activity);

    /// <summary>Runs until the client closes, or closes with 1001 when the host stops, so that the client connects again (bot-protocol 7.4).</summary>
    public async Task Run(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        conversation.Join(this);
        try
        {
            Wake();
            var receiving = Receive(ended);
            await Send(ended.Token);
            await Close(stopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure);
            await receiving.WaitAsync(Patience, CancellationToken.None);
        }
        catch (Exception away) when (away is WebSocketException or TimeoutException or OperationCanceledException)
        {
            // The client went away without a word.
        }
        finally
        {
            conversation.Leave(this);
        }
    }

    private async Task Send(CancellationToken ended)
    {
        try
        {
            while (true)
            {
                var signal = await _signals.Reader.ReadAsync(ended);
                var (news, watermark) = conversation.After(_watermark);
                _watermark = watermark;
                if (news is not null)
                {
                    await socket.SendAsync(news, WebSocketMessageType.Text, true, ended);
                }
                if (signal is not null)
                {
                    await socket.SendAsync(DirectLineConversation.Frame([signal], null), WebSocketMessageType.Text, true, ended);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The client closed, or the host stops.
        }
    }

    // The client sends empty frames to keep the way open; whatever else it sends has no meaning here.
    private async Task Receive(CancellationTokenSource ended)
    {
        var frame = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(frame, CancellationToken.None)).MessageType != WebSocketMessageType.Close) { }
        }
        catch (WebSocketException)
        {
            // The client went away without a word.
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    private async Task Close(WebSocketCloseStatus status)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(status, null, CancellationToken.None);
        }
    }
}
