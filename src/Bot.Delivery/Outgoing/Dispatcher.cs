using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Activities;
using Bot.Delivery.Pacing;
using Bot.Delivery.Recipients;
using Bot.Indicators.Obligations;
using Bot.Store.Rows;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Outgoing;

/// <summary>
/// Sends what waits in the outbox: one conversation's messages one after the other, conversations side by side. Wakes when a row is added
/// and on a timer, so that rows of other processes and of processes that are gone are found too.
/// </summary>
internal sealed class Dispatcher(
    OutboxRows rows,
    RecipientWays ways,
    NoticeSender notices,
    ReplyPost reply,
    Bookings bookings,
    ConnectorPace pace,
    OutboxQueue queue,
    DeliveryClock time,
    ILogger<Dispatcher> logger
) : BackgroundService
{
    private const int SideBySide = 32;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(5);

    // Conversations with a message on its way, and those that rest after one.
    private readonly ConcurrentDictionary<string, byte> _busy = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Task> _sending = new();
    private TimeSpan _sinceSweep;
    private int _runs;

    /// <summary>Dispatches until it is told to stop; ends at once where this process dispatches already.</summary>
    public async Task RunUnlessRunningAsync(CancellationToken stop)
    {
        if (Interlocked.Exchange(ref _runs, 1) == 1)
        {
            queue.Signal.Wake();
            return;
        }
        try
        {
            await RunAsync(stop);
        }
        finally
        {
            Volatile.Write(ref _runs, 0);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunUnlessRunningAsync(stoppingToken);

    private async Task RunAsync(CancellationToken stop)
    {
        await Task.Yield();
        await using var timer = time.Clock.CreateTimer(_ => OnTick(), null, Tick, Tick);
        queue.Signal.Wake();
        try
        {
            while (true)
            {
                await queue.Signal.WaitAsync(stop);
                await StartDueAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(_sending.Values);
        }
    }

    private void OnTick()
    {
        _sinceSweep += Tick;
        if (queue.Backlog.Total > 0 || _sinceSweep >= Sweep)
        {
            _sinceSweep = TimeSpan.Zero;
            queue.Signal.Wake();
        }
    }

    private async Task StartDueAsync(CancellationToken stop)
    {
        var free = SideBySide - _sending.Count;
        if (free <= 0)
        {
            return;
        }
        try
        {
            var leased = await rows.LeaseAsync(free, _busy.Keys, stop);
            var found = await ways.FindAsync(leased, stop);
            foreach (var message in leased)
            {
                _busy[message.ConversationKey] = 0;
                var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _sending[message.Id] = started.Task;
                _ = WorkAsync(message, found.GetValueOrDefault(message.Id), started, stop);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.OutboxUnreadable(logger, e);
        }
    }

    private async Task WorkAsync(OutboxMessage message, RecipientWay? way, TaskCompletionSource started, CancellationToken stop)
    {
        await Task.Yield();
        var rest = TimeSpan.Zero;
        try
        {
            rest = way is null ? await SendReplyAsync(message, stop) : await SendNoticeAsync(message, way, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        catch (Exception e)
        {
            Log.OutboxUnreadable(logger, e);
        }
        _sending.TryRemove(message.Id, out _);
        started.SetResult();
        // A conversation that waits longer is found by the sweep.
        if (rest > TimeSpan.Zero && rest < Sweep && !stop.IsCancellationRequested)
        {
            queue.Signal.Wake();
            await Task.Delay(rest, time.Clock, CancellationToken.None);
        }
        _busy.TryRemove(message.ConversationKey, out _);
        queue.Signal.Wake();
    }

    private async Task<TimeSpan> SendNoticeAsync(OutboxMessage message, RecipientWay way, CancellationToken stop)
    {
        var (outcome, conversation) = await notices.SendAsync(message, way, stop);
        var wait = await BookAsync(message, outcome, conversation);
        return wait ?? (conversation is null ? TimeSpan.Zero : pace.RestOf(conversation.Key));
    }

    private async Task<TimeSpan> SendReplyAsync(OutboxMessage message, CancellationToken stop)
    {
        var wait = await BookAsync(message, await PostReplyAsync(message, stop), null);
        if (wait is null)
        {
            queue.Backlog.Remove(message.ConversationKey);
        }
        return wait ?? pace.RestOf(message.ConversationKey);
    }

    /// <summary>How long the message waits now; null where it is settled.</summary>
    private async Task<TimeSpan?> BookAsync(OutboxMessage message, PostOutcome outcome, ConversationRow? conversation)
    {
        switch (outcome.Kind)
        {
            case PostKind.Sent:
                await bookings.BookAsync(
                    new(message, OutboxState.Sent, DeliveryState.Delivered, null)
                    {
                        ActivityId = outcome.ActivityId,
                        ServiceUrl = conversation?.ServiceUrl ?? message.ServiceUrl,
                        ConversationId = conversation?.ConversationId ?? message.ConversationId,
                    }
                );
                Log.Delivered(logger, message.Key, message.Attempts);
                return null;
            case PostKind.Suppressed:
                await bookings.BookAsync(new(message, OutboxState.Suppressed, DeliveryState.Suppressed, outcome.Reason));
                return null;
            case PostKind.Failed when time.Clock.GetUtcNow() - message.EnqueuedAt < time.Options.GiveUpAfter:
                var wait = outcome.RetryAfter ?? Backoff.After(message.Attempts, time.Options);
                await bookings.BookAsync(new(message, OutboxState.Due, null, outcome.Reason) { Wait = wait });
                return wait;
            default:
                var end = outcome.Kind == PostKind.Unreachable ? DeliveryState.Unreachable : DeliveryState.Failed;
                await bookings.BookAsync(new(message, OutboxState.Dead, end, outcome.Reason));
                Log.SetAside(logger, message.Key, outcome.Reason);
                return null;
        }
    }

    private async Task<PostOutcome> PostReplyAsync(OutboxMessage message, CancellationToken stop)
    {
        Activity? activity;
        try
        {
            activity = JsonSerializer.Deserialize(message.Activity, ActivityJsonContext.Wire.Activity);
        }
        catch (JsonException e)
        {
            return PostOutcome.Refused($"the row holds no activity: {e.Message}");
        }
        if (activity is null)
        {
            return PostOutcome.Refused("the row holds no activity");
        }
        var tenant = activity.Conversation?.TenantId ?? "";
        if (await pace.EnterAsync(message.ConversationKey, tenant, time.Options.LeaseTime / 3, stop) is var wait && wait > TimeSpan.Zero)
        {
            return PostOutcome.Later("the pace of the conversation or tenant", wait);
        }
        try
        {
            // A stop waits for the answer: a call that was cut off may have been carried out.
            return PostOutcome.Sent(await reply(activity, CancellationToken.None));
        }
        catch (Exception e)
        {
            return PostOutcome.Of(e);
        }
    }
}
