using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Activities;
using Bot.Delivery.Pacing;
using Bot.Store.Rows;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Outgoing;

/// <summary>
/// Sends what waits in the outbox: one conversation's replies one after the other, conversations side by side. Wakes when a row is added
/// and on a timer, so that rows of other processes and of processes that are gone are found too.
/// </summary>
internal sealed class Dispatcher(OutboxRows rows, ReplyPost post, OutboxQueue queue, DeliveryClock time, ILogger<Dispatcher> logger)
    : BackgroundService
{
    private const int SideBySide = 16;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Task> _working = new(StringComparer.Ordinal);
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

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await using var timer = time.Clock.CreateTimer(_ => OnTick(), null, Tick, Tick);
        queue.Signal.Wake();
        try
        {
            while (true)
            {
                await queue.Signal.WaitAsync(stoppingToken);
                await StartDueAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(_working.Values);
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
        try
        {
            foreach (var conversation in await rows.DueConversationsAsync(4 * SideBySide, stop))
            {
                if (_working.Count >= SideBySide)
                {
                    return;
                }
                var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_working.TryAdd(conversation, started.Task))
                {
                    _ = WorkAsync(conversation, started, stop);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.OutboxUnreadable(logger, e);
        }
    }

    private async Task WorkAsync(string conversation, TaskCompletionSource started, CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            var pace = new ConversationPace();
            while (!stop.IsCancellationRequested && await rows.LeaseHeadAsync(conversation, time.Options.LeaseTime, stop) is { } message)
            {
                if (!await SendAsync(message, stop))
                {
                    break;
                }
                await Task.Delay(pace.AfterSend(), time.Clock, stop);
            }
        }
        catch (OperationCanceledException) { }
        catch (Exception e)
        {
            Log.OutboxUnreadable(logger, e);
        }
        finally
        {
            _working.TryRemove(conversation, out _);
            started.SetResult();
        }
    }

    /// <summary>False when the conversation must wait.</summary>
    private async Task<bool> SendAsync(OutboxMessage message, CancellationToken stop)
    {
        var outcome = await PostAsync(message, stop);
        switch (outcome.Kind)
        {
            case PostKind.Sent:
                await RecordAsync(message, () => rows.MarkSentAsync(message.Id, outcome.ActivityId), stop);
                Log.ReplyDelivered(logger, message.Key, message.Attempts);
                break;
            case PostKind.Failed when time.Clock.GetUtcNow() - message.EnqueuedAt < time.Options.GiveUpAfter:
                var delay = outcome.RetryAfter ?? Backoff.After(message.Attempts, time.Options);
                await RecordAsync(message, () => rows.PostponeAsync(message.Id, delay, outcome.Reason), stop);
                return false;
            default:
                await RecordAsync(message, () => rows.MarkDeadAsync(message.Id, outcome.Reason), stop);
                Log.ReplySetAside(logger, message.Key, outcome.Reason);
                break;
        }
        queue.Backlog.Remove(message.ConversationKey);
        return true;
    }

    private async Task<PostOutcome> PostAsync(OutboxMessage message, CancellationToken stop)
    {
        Activity? reply;
        try
        {
            reply = JsonSerializer.Deserialize(message.Activity, ActivityJsonContext.Wire.Activity);
        }
        catch (JsonException e)
        {
            return new(PostKind.Refused, null, $"the row holds no activity: {e.Message}");
        }
        if (reply is null)
        {
            return new(PostKind.Refused, null, "the row holds no activity");
        }
        try
        {
            return PostOutcome.Sent(await post(reply, stop));
        }
        catch (Exception e)
        {
            return PostOutcome.Of(e);
        }
    }

    // Posted but not recorded would be posted again when the lease ends: insist while the lease lasts.
    private async Task RecordAsync(OutboxMessage message, Func<Task> record, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await record();
                return;
            }
            catch (Exception e) when (attempt < 5)
            {
                Log.RecordStays(logger, message.Key, e);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), time.Clock, stop);
        }
    }
}
