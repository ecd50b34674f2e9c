using Bot.Activities;
using Bot.Delivery.Outgoing;
using Bot.Delivery.Pacing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Delivery.Incoming;

/// <summary>Runs one turn in its conversation's order and sees its reply off; every way out either accounts for the reply or refuses the activity.</summary>
internal sealed class TurnRunner(
    TurnHandler handler,
    ConversationTurns conversations,
    Replies replies,
    IOptions<DeliveryOptions> options,
    ILogger<TurnRunner> logger
) : IDisposable
{
    private readonly DeliveryOptions _options = options.Value;
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Tells the turns that still run to end.</summary>
    public Task StopAsync() => _stop.CancelAsync();

    public void Dispose() => _stop.Dispose();

    /// <summary>What the channel is to be told; <see cref="DeliveryAnswers.Unavailable"/> when the activity was not accounted for.</summary>
    public Task<InvokeResponse?> RunAsync(Turn turn) =>
        turn.Activity.Type == ActivityTypes.Invoke ? RunInvokeAsync(turn) : RunInOrderAsync(turn);

    private async Task<InvokeResponse?> RunInOrderAsync(Turn turn)
    {
        var place = conversations.EnterAsync(turn.Conversation);
        if (turn.Durable)
        {
            // Taken up at start: only the place in the order is taken before the start goes on.
            await Task.Yield();
        }
        await place;
        turn.Runs = true;
        try
        {
            return await AnswerAsync(turn);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return DeliveryAnswers.Unavailable;
        }
        catch (Exception e)
        {
            Log.AcceptFailed(logger, turn.Key.Text, e);
            return DeliveryAnswers.Unavailable;
        }
        finally
        {
            conversations.Leave(turn.Conversation);
        }
    }

    private async Task<InvokeResponse?> AnswerAsync(Turn turn)
    {
        var reply = await TryTurnAsync(turn);
        if (reply is null)
        {
            return DeliveryAnswers.Unavailable;
        }
        if (turn.Activity.ExpectsReplies)
        {
            return InvokeResponse.ForReplies(reply.Activity is { } inline ? [inline] : []);
        }
        await turn.EndTypingAsync();
        if (turn.Elsewhere)
        {
            return DeliveryAnswers.Accepted;
        }
        await replies.DeliverAsync(turn, reply, _stop.Token);
        return DeliveryAnswers.Answered;
    }

    // Before the activity is accepted one failure refuses it, and the channel delivers again; after that nobody else tries.
    private async Task<TurnReply?> TryTurnAsync(Turn turn)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await handler(turn.Activity, turn.Progress, _stop.Token);
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                Log.TurnFailed(logger, turn.Activity.Type, turn.Activity.Id, attempt, e);
                await turn.SettleAsync();
                if (!turn.Durable)
                {
                    return null;
                }
                if (attempt >= _options.MaxTurnAttempts)
                {
                    Log.TurnSetAside(logger, turn.Key.Text, attempt);
                    await replies.SetAsideAsync(turn, e.Message, _stop.Token);
                    return TurnReply.Nothing;
                }
            }
            await replies.WaitAsync(Backoff.After(attempt, _options), _stop.Token);
        }
    }

    private async Task<InvokeResponse?> RunInvokeAsync(Turn turn)
    {
        try
        {
            var reply = await handler(turn.Activity, null, _stop.Token);
            if (reply.Activity is not null)
            {
                await replies.DeliverAsync(turn, reply, _stop.Token);
            }
            return reply.Response ?? InvokeResponse.NotImplemented;
        }
        catch (Exception e)
        {
            Log.TurnFailed(logger, turn.Activity.Type, turn.Activity.Id, 1, e);
            return DeliveryAnswers.Unavailable;
        }
    }
}
