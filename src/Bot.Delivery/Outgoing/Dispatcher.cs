using System.Collections.Concurrent;
using Bot.Delivery.Pacing;
using Bot.Delivery.Recipients;
using Bot.Store.Rows;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Outgoing;

/// <summary>
/// Sends what waits in the outbox: one conversation's messages one after the other, conversations side by side. Wakes when a row is added
/// and on a timer, so that rows of other processes and of processes that are gone are found too.
/// </summary>
internal sealed class Dispatcher(
    OutboxStatements statements,
    WaitingHeads heads,
    RecipientWays ways,
    NoticeSender notices,
    ReplySender replies,
    Bookings bookings,
    ConnectorPace pace,
    OutboxQueue queue,
    DeliveryClock time,
    ILogger<Dispatcher> logger
) : BackgroundService
{
    /// <summary>How many messages are on their way at most: so many a kill can double.</summary>
    internal const int SideBySide = 32;

    // So many results are written down together, and as many messages taken, while the others are on their way.
    private const int Together = SideBySide / 2;

    // When none has followed for so long, results wait for no more: a transaction for each would be most of the work.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(5);

    // Conversations with a message on its way, and those that rest after one.
    private readonly ConcurrentDictionary<string, byte> _busy = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Attempt> _ended = new();
    private ITimer? _moment;
    private TimeSpan _sinceSweep;
    private int _onTheWay;
    private int _unbooked;
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
        await using var moment = time.Clock.CreateTimer(_ => queue.Signal.Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _moment = moment;
        await using var stopping = stop.Register(queue.Signal.Wake);
        queue.Signal.Wake();
        // One round after the other: what writes to the store side by side would wait for itself.
        while (!stop.IsCancellationRequested || _onTheWay > 0)
        {
            await queue.Signal.WaitAsync();
            await BookEndedAsync(stop);
            if (!stop.IsCancellationRequested && _onTheWay < SideBySide)
            {
                await StartDueAsync(stop);
            }
        }
        await statements.CloseAsync();
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
            var wanted = await heads.TakeAsync(SideBySide - _onTheWay, _busy.ContainsKey, stop);
            var leased = await statements.LeaseAsync(wanted);
            if (leased.Count < wanted.Count)
            {
                // Another instance was faster: there may be more behind them.
                queue.Signal.Wake();
            }
            var found = await ways.FindAsync(leased, stop);
            Volatile.Write(ref _onTheWay, _onTheWay + leased.Count);
            foreach (var message in leased)
            {
                _busy[message.ConversationKey] = 0;
                _ = AttemptAsync(message, found.GetValueOrDefault(message.Id), stop);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Log.OutboxUnreadable(logger, e);
        }
        catch (OperationCanceledException) { }
    }

    private async Task AttemptAsync(OutboxMessage message, RecipientWay? way, CancellationToken stop)
    {
        await Task.Yield();
        Booking? booking = null;
        ConversationRow? conversation = null;
        try
        {
            PostOutcome outcome;
            (outcome, conversation) = way is null
                ? (await replies.SendAsync(message, stop), null)
                : await notices.SendAsync(message, way, stop);
            booking = bookings.Of(message, outcome, conversation);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        catch (Exception e)
        {
            Log.OutboxUnreadable(logger, e);
        }
        End(new(message, booking, conversation?.Key));
    }

    private void End(Attempt attempt)
    {
        _ended.Enqueue(attempt);
        var unbooked = Interlocked.Increment(ref _unbooked);
        if (unbooked >= Together || unbooked >= Volatile.Read(ref _onTheWay))
        {
            queue.Signal.Wake();
        }
        else
        {
            _moment?.Change(Moment, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task BookEndedAsync(CancellationToken stop)
    {
        List<Attempt> ended = [];
        while (_ended.TryDequeue(out var attempt))
        {
            ended.Add(attempt);
        }
        Interlocked.Add(ref _unbooked, -ended.Count);
        await bookings.WriteAsync([.. ended.Select(static attempt => attempt.Booking).OfType<Booking>()], stop);
        Volatile.Write(ref _onTheWay, _onTheWay - ended.Count);
        foreach (var (message, booking, conversation) in ended)
        {
            if (message.Kind.Length == 0 && booking is { Wait: null })
            {
                queue.Backlog.Remove(message.ConversationKey);
            }
            var rest =
                booking?.Wait
                ?? (message.Kind.Length > 0 && conversation is null ? TimeSpan.Zero : pace.RestOf(conversation ?? message.ConversationKey));
            // A conversation that waits longer is found by the sweep.
            if (rest > TimeSpan.Zero && rest < Sweep && !stop.IsCancellationRequested)
            {
                _ = RestAsync(message.ConversationKey, rest);
            }
            else
            {
                _busy.TryRemove(message.ConversationKey, out _);
            }
        }
    }

    private async Task RestAsync(string conversation, TimeSpan rest)
    {
        await Task.Delay(rest, time.Clock, CancellationToken.None);
        _busy.TryRemove(conversation, out _);
        queue.Signal.Wake();
    }

    /// <param name="Message">The message as it was leased.</param>
    /// <param name="Booking">How it ended; null where nothing can be said, and its lease runs out.</param>
    /// <param name="Conversation">The key of the conversation that a notice went to; null for nowhere, and for a reply.</param>
    private sealed record Attempt(OutboxMessage Message, Booking? Booking, string? Conversation);
}
