using Bot.Store;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Outgoing;

/// <summary>Sees planned notices off for a command that must say how it went; beside a bot that serves, each message is sent by one of the two.</summary>
public sealed class NoticeDispatch
{
    // Whether anything waits at all is asked often; after each of the messages, only where others wait beside them.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Count = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CountForEach = TimeSpan.FromMilliseconds(0.5);

    private readonly Dispatcher _dispatcher;
    private readonly OutboxRows _rows;
    private readonly IDbContextFactory<BotContext> _store;
    private readonly DeliveryClock _time;

    internal NoticeDispatch(Dispatcher dispatcher, OutboxRows rows, IDbContextFactory<BotContext> store, DeliveryClock time) =>
        (_dispatcher, _rows, _store, _time) = (dispatcher, rows, store, time);

    /// <summary>
    /// Sends until every message that may go out now is settled, or the patience ends; the store keeps what is left for the bot that serves.
    /// Where no dispatcher runs in this process, one runs meanwhile.
    /// </summary>
    /// <param name="keys">The keys of the planned notices; those of which no message was made are ignored.</param>
    /// <param name="patience">How long a connector that does not take them is waited for.</param>
    /// <param name="cancellationToken">Ends the wait; what is on its way is finished.</param>
    /// <returns>What became of the messages; the accounting by recipient is in the deliveries.</returns>
    public async Task<Settlement> SettleAsync(IReadOnlyCollection<string> keys, TimeSpan patience, CancellationToken cancellationToken)
    {
        var end = _time.Clock.GetUtcNow() + patience;
        await _rows.ReclaimAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = _dispatcher.RunUnlessRunningAsync(stop.Token);
        try
        {
            while (true)
            {
                var (settlement, open) = await CountAsync(keys, end, cancellationToken);
                if (open == 0 || _time.Clock.GetUtcNow() >= end)
                {
                    return settlement;
                }
                var counted = _time.Clock.GetTimestamp();
                do
                {
                    await Task.Delay(Look, _time.Clock, cancellationToken);
                } while (
                    _time.Clock.GetElapsedTime(counted) < Count + (open * CountForEach) && await AnyWaitsAsync(end, cancellationToken)
                );
            }
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    private async Task<bool> AnyWaitsAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        await using var db = await _store.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.AnyAsync(message => message.State == OutboxState.Due && message.DueAt <= end, cancellationToken);
    }

    private async Task<(Settlement Settlement, int Open)> CountAsync(
        IReadOnlyCollection<string> keys,
        DateTimeOffset end,
        CancellationToken cancellationToken
    )
    {
        await using var db = await _store.CreateDbContextAsync(cancellationToken);
        var (counts, open) = (new Dictionary<string, int>(), 0);
        // Databases bound the number of parameters.
        foreach (var some in keys.Chunk(500))
        {
            var states = await db
                .Outbox.Where(message => some.Contains(message.Key))
                .GroupBy(message => new { message.State, Later = message.DueAt > end })
                .Select(group => new
                {
                    group.Key.State,
                    group.Key.Later,
                    Count = group.Count(),
                })
                .ToListAsync(cancellationToken);
            foreach (var state in states)
            {
                counts[state.State] = counts.GetValueOrDefault(state.State) + state.Count;
                open += state is { State: OutboxState.Due, Later: false } ? state.Count : 0;
            }
        }
        int Of(string state) => counts.GetValueOrDefault(state);
        return (new(Of(OutboxState.Sent), Of(OutboxState.Suppressed), Of(OutboxState.Dead), Of(OutboxState.Due)), open);
    }
}

/// <summary>What became of some messages.</summary>
/// <param name="Sent">The channel took them.</param>
/// <param name="Suppressed">Rightly not sent.</param>
/// <param name="Dead">Without a way to the recipient, or refused; dead letters.</param>
/// <param name="Waiting">Their moment has not come, or the connector did not take them yet; they go out later.</param>
public sealed record Settlement(int Sent, int Suppressed, int Dead, int Waiting);
