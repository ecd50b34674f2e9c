using System.Runtime.CompilerServices;
using Bot.Understanding.LanguageModel;
using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>
/// Asks within one person's tokens of the day. What a call may cost is taken before it and settled after it, so that calls which fail
/// are not for nothing and calls side by side do not pass the limit by more than themselves.
/// </summary>
internal sealed class BudgetedChatClient(IChatClient inner, TokenBudget budget, string asker) : DelegatingChatClient(inner)
{
    // A Vietnamese syllable is some two tokens and four or five letters.
    private const int LettersPerToken = 2;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var asked = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var taken = await TakeAsync(asked);
        var response = await base.GetResponseAsync(asked, options, cancellationToken);
        await SettleAsync(taken, response.Usage);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var asked = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var taken = await TakeAsync(asked);
        await foreach (var update in base.GetStreamingResponseAsync(asked, options, cancellationToken))
        {
            await SettleAsync(taken, update.Contents.OfType<UsageContent>().FirstOrDefault()?.Details);
            yield return update;
        }
    }

    private async ValueTask<long> TakeAsync(IReadOnlyCollection<ChatMessage> messages)
    {
        if (!await budget.AllowsAsync(asker))
        {
            throw new ModelUnavailableException(ModelUnavailable.OverBudget);
        }

        var estimate = messages.Sum(static m => m.Text.Length) / LettersPerToken;
        await budget.TakeAsync(asker, estimate);
        return estimate;
    }

    private ValueTask SettleAsync(long taken, UsageDetails? used) =>
        used?.TotalTokenCount is { } total ? budget.TakeAsync(asker, total - taken) : ValueTask.CompletedTask;
}
