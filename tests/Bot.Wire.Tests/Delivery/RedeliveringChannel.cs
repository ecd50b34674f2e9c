using System.Collections.Concurrent;
using System.Net.Http.Json;

namespace Bot.Wire.Tests.Delivery;

/// <summary>
/// Asks like a channel: the questions of a conversation one after the other, each repeated until the bot says 2xx. Knows which were
/// on their way at any moment.
/// </summary>
internal sealed class RedeliveringChannel(string botUrl, string serviceUrl) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http = new() { Timeout = Patience };
    private readonly ConcurrentDictionary<string, string> _underWay = new();
    private int _accepted;

    /// <summary>Questions that the bot has said 2xx to.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>By conversation, the question that was posted and not accepted yet.</summary>
    public Dictionary<string, string> UnderWay => new(_underWay);

    public async Task AskAsync(string conversation, IEnumerable<(string Id, string Text)> questions, CancellationToken cancellationToken)
    {
        foreach (var (id, text) in questions)
        {
            _underWay[conversation] = id;
            while (!await TryAsync(conversation, id, text, cancellationToken))
            {
                await Task.Delay(Pause, cancellationToken);
            }
            _underWay.TryRemove(conversation, out _);
            Interlocked.Increment(ref _accepted);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> TryAsync(string conversation, string id, string text, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(
                new Uri($"{botUrl}/api/messages"),
                new
                {
                    type = "message",
                    id,
                    channelId = "msteams",
                    serviceUrl,
                    conversation = new { id = conversation, conversationType = "personal" },
                    from = new { id = "29:user" },
                    recipient = new { id = "28:bot" },
                    locale = "vi-VN",
                    text,
                },
                cancellationToken
            );
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e)
            when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
