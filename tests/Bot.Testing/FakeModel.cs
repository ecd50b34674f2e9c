using Microsoft.Extensions.AI;

namespace Bot.Testing;

/// <summary>A model that answers as it is told to, and keeps what it was asked.</summary>
public sealed class FakeModel(Func<string, string> answer) : IChatClient
{
    /// <summary>The conversations it was sent, the last message last.</summary>
    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    /// <summary>The options of the last call.</summary>
    public ChatOptions? Options { get; private set; }

    /// <summary>Why it stops.</summary>
    public ChatFinishReason Stops { get; init; } = ChatFinishReason.Stop;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var asked = messages.ToList();
        Asked.Add(asked);
        Options = options;
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer(asked[^1].Text))) { FinishReason = Stops });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
