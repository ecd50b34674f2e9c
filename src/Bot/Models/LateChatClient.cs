using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>A client that is made when it is first asked: to hold one costs nothing.</summary>
internal sealed class LateChatClient(Lazy<IChatClient> client) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => client.Value.GetResponseAsync(messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => client.Value.GetStreamingResponseAsync(messages, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => client.Value.GetService(serviceType, serviceKey);

    // All askers share the one behind it.
    public void Dispose() { }
}
