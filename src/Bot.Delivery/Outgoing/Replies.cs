using Bot.Activities;
using Bot.Delivery.Incoming;
using Bot.Delivery.Pacing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Delivery.Outgoing;

/// <summary>Sees a turn's reply off: posted now, or a row of the outbox. When this ends without an exception the reply is accounted for.</summary>
internal sealed class Replies(
    ReplyPost post,
    DeliveryRows rows,
    OutboxQueue queue,
    KeptReplies kept,
    IOptions<DeliveryOptions> options,
    ILogger<Replies> logger
)
{
    public async Task DeliverAsync(Turn turn, TurnReply answer, CancellationToken stop)
    {
        if (answer.Activity is not { } reply)
        {
            await turn.SettleAsync();
            await ForgetAsync(turn);
            return;
        }
        reply.ServiceUrl ??= turn.Activity.ServiceUrl;
        reply.Conversation ??= turn.Activity.Conversation;
        if (queue.Backlog.IsPending(turn.Conversation))
        {
            await EnqueueAsync(turn, answer, new(PostKind.Failed, null, "earlier replies wait"), stop);
            return;
        }
        var outcome = await TryPostAsync(turn.Progress?.StreamId, reply, stop);
        if (outcome.Kind == PostKind.Sent)
        {
            kept.Add(answer, outcome.ActivityId, waiting: null);
            await turn.SettleAsync();
            await ForgetAsync(turn);
        }
        else
        {
            await EnqueueAsync(turn, answer, outcome, stop);
        }
    }

    /// <summary>Puts an accepted activity whose turn keeps failing among the dead letters; the row holds the activity that came.</summary>
    public Task SetAsideAsync(Turn turn, string reason, CancellationToken stop) =>
        AccountAsync(turn, turn.Activity, new(PostKind.Refused, null, $"the turn failed: {reason}"), stop);

    public Task WaitAsync(TimeSpan delay, CancellationToken stop) => Task.Delay(delay, rows.Clock, stop);

    // The reply ends what was shown before it. What Teams refuses as such an end (its reader has stopped it, it is too old) is said as a
    // message of its own; what may have been said is not, and waits like any other reply.
    private async Task<PostOutcome> TryPostAsync(string? streamId, Activity reply, CancellationToken stop)
    {
        if (streamId is not null)
        {
            var ended = await TryPostAsync(StreamInfo.End(reply, streamId), stop);
            if (ended.Kind != PostKind.Refused)
            {
                return ended;
            }
        }
        return await TryPostAsync(reply, stop);
    }

    private async Task<PostOutcome> TryPostAsync(Activity reply, CancellationToken stop)
    {
        try
        {
            return PostOutcome.Sent(await post(reply, stop));
        }
        catch (Exception e)
        {
            return PostOutcome.Of(e);
        }
    }

    private async Task EnqueueAsync(Turn turn, TurnReply answer, PostOutcome outcome, CancellationToken stop)
    {
        var reply = answer.Activity!;
        await turn.SettleAsync();
        if (turn.Elsewhere)
        {
            return;
        }
        if (outcome.Kind == PostKind.Refused)
        {
            Log.ReplySetAside(logger, turn.Key.Text, outcome.Described);
            await AccountAsync(turn, reply, outcome, stop);
            return;
        }
        Log.ReplyQueued(logger, turn.Key.Text, outcome.Described);
        // Counted before it is there, so that the next turn of the conversation sees it in any case.
        queue.Backlog.Add(turn.Conversation);
        try
        {
            kept.Add(answer, activityId: null, await AccountAsync(turn, reply, outcome, stop));
        }
        catch
        {
            queue.Backlog.Remove(turn.Conversation);
            throw;
        }
        queue.Signal.Wake();
    }

    // The row, the end of the inbox entry and the answered key are one transaction. A turn that is accepted already has nobody who would
    // deliver it again, so it tries until the store is back; its inbox entry outlives the process.
    private async Task<long> AccountAsync(Turn turn, Activity reply, PostOutcome outcome, CancellationToken stop)
    {
        await turn.SettleAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await rows.EnqueueAsync(turn, reply, outcome, outcome.RetryAfter ?? Backoff.After(1, options.Value));
            }
            catch (Exception e) when (turn.Durable)
            {
                Log.RecordStays(logger, turn.Key.Text, e);
            }
            await WaitAsync(Backoff.After(attempt, options.Value), stop);
        }
    }

    private async Task ForgetAsync(Turn turn)
    {
        if (!turn.Durable)
        {
            return;
        }
        try
        {
            await rows.CompleteAsync(turn.Key);
        }
        catch (Exception e)
        {
            // The key is among the answered ones, which are written again and again; a restart compares both.
            Log.RecordStays(logger, turn.Key.Text, e);
        }
    }
}
