using System.Runtime.CompilerServices;
using Bot.Understanding.LanguageModel;
using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>An answer is whole or there is none: every failure, filter, cut and empty answer becomes a <see cref="ModelUnavailableException"/>.</summary>
internal sealed class CheckedChatClient(IChatClient inner, ModelLimits limits) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            Check(response.FinishReason, response.Text.Length);
            return response;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelFaults.Of(e);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        ChatFinishReason? finish = null;
        var length = 0;
        while (await MoveAsync(updates, cancellationToken))
        {
            finish = updates.Current.FinishReason ?? finish;
            length += updates.Current.Text.Length;
            if (length > limits.MostBytes)
            {
                throw new ModelUnavailableException(ModelUnavailable.Malformed);
            }

            yield return updates.Current;
        }

        Check(finish, length);
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelFaults.Of(e);
        }
    }

    private static void Check(ChatFinishReason? finish, int length)
    {
        if (finish == ChatFinishReason.ContentFilter)
        {
            throw new ModelUnavailableException(ModelUnavailable.Filtered);
        }

        // A stream that ends without saying why was cut off on the way.
        if (finish == ChatFinishReason.Length || finish is null)
        {
            throw new ModelUnavailableException(ModelUnavailable.Truncated);
        }

        if (length == 0)
        {
            throw new ModelUnavailableException(ModelUnavailable.Malformed);
        }
    }
}
