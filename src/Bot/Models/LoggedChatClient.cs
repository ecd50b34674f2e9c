using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>Writes what is sent and what comes back, without what identifies people; there only while <c>AzureOpenAI:LogContent</c> is on.</summary>
internal sealed partial class LoggedChatClient(IChatClient inner, Redaction redaction, ILogger<LoggedChatClient> log)
    : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var asked = Write(messages);
        var response = await base.GetResponseAsync(asked, options, cancellationToken);
        LogReceived(redaction.Of(response.Text));
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var said = new StringBuilder();
        await foreach (var update in base.GetStreamingResponseAsync(Write(messages), options, cancellationToken))
        {
            said.Append(update.Text);
            yield return update;
        }

        LogReceived(redaction.Of(said.ToString()));
    }

    private List<ChatMessage> Write(IEnumerable<ChatMessage> messages)
    {
        List<ChatMessage> asked = [.. messages];
        foreach (var message in asked)
        {
            LogSent(message.Role.Value, redaction.Of(message.Text));
        }

        return asked;
    }

    [LoggerMessage(120, LogLevel.Information, "Sent to the language model as {Role}: {Text}")]
    private partial void LogSent(string role, string text);

    [LoggerMessage(121, LogLevel.Information, "Received from the language model: {Text}")]
    private partial void LogReceived(string text);
}
