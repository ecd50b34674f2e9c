using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>Sends no more of people than the question needs: none of it. The prompts' own words are left as they are.</summary>
internal sealed class RedactedChatClient(IChatClient inner, Redaction redaction) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => base.GetResponseAsync(Redacted(messages), options, cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => base.GetStreamingResponseAsync(Redacted(messages), options, cancellationToken);

    private List<ChatMessage> Redacted(IEnumerable<ChatMessage> messages) =>
        [.. messages.Select(m => m.Role == ChatRole.System ? m : new ChatMessage(m.Role, redaction.Of(m.Text)))];
}
