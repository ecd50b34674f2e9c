using System.Runtime.CompilerServices;
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

    /// <summary>Whether it keeps the asker waiting for as long as the asker waits.</summary>
    public Func<string, bool> IsSilent { get; init; } = static _ => false;

    /// <summary>Runs before each piece of a stream.</summary>
    public Func<string, Task> BeforePiece { get; init; } = static _ => Task.CompletedTask;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var said = await SaidAsync(messages, options, cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, said)) { FinishReason = Stops };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var said = await SaidAsync(messages, options, cancellationToken);
        foreach (var piece in said.Chunk(7).Select(static letters => new string(letters)))
        {
            await BeforePiece(piece);
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        }

        yield return new ChatResponseUpdate { FinishReason = Stops };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private async Task<string> SaidAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var asked = messages.ToList();
        Asked.Add(asked);
        Options = options;
        if (IsSilent(asked[^1].Text))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return answer(asked[^1].Text);
    }
}
