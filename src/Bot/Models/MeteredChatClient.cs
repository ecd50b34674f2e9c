using System.Runtime.CompilerServices;
using Bot.Understanding.LanguageModel;
using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>Counts calls by how they end.</summary>
internal sealed class MeteredChatClient(IChatClient inner, ModelMeters meters, TimeProvider clock) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var started = clock.GetTimestamp();
        var outcome = ModelMeters.Cancelled;
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            outcome = ModelMeters.Answered;
            Count(response.Usage);
            return response;
        }
        catch (ModelUnavailableException e)
        {
            outcome = e.Why.ToString();
            throw;
        }
        finally
        {
            meters.Ended(outcome, clock.GetElapsedTime(started));
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var started = clock.GetTimestamp();
        var outcome = ModelMeters.Cancelled;
        try
        {
            await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await updates.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (ModelUnavailableException e)
                {
                    outcome = e.Why.ToString();
                    throw;
                }

                Count(updates.Current.Contents.OfType<UsageContent>().FirstOrDefault()?.Details);
                yield return updates.Current;
            }

            outcome = ModelMeters.Answered;
        }
        finally
        {
            meters.Ended(outcome, clock.GetElapsedTime(started));
        }
    }

    private void Count(UsageDetails? used)
    {
        if (used is not null)
        {
            meters.Used(used.InputTokenCount ?? 0, used.OutputTokenCount ?? 0);
        }
    }
}
