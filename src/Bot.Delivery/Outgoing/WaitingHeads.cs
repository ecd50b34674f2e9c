using Bot.Delivery.Pacing;
using Bot.Store;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Outgoing;

/// <summary>
/// The messages that may be sent next, the oldest of each conversation: a later one never passes an earlier one. They are read many at a
/// time. A message that was the oldest stays it until it is settled, so what is read may be taken a moment later.
/// </summary>
internal sealed class WaitingHeads(
    IDbContextFactory<BotContext> store,
    OutboxQueue queue,
    ConnectorPace pace,
    LeaseOwner owner,
    DeliveryClock time
)
{
    private const int AtOnce = 4_000;

    // Reading them again costs more the more there are: it is done for the replies that overtake them.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FreshBesideReplies = TimeSpan.FromMilliseconds(250);

    private Queue<OutboxMessage> _read = [];
    private long _readAt;

    /// <summary>Some of them, the longest due first but replies before all, since somebody waits for them.</summary>
    /// <param name="take">At most so many.</param>
    /// <param name="busy">Whether a conversation is to be left alone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<List<OutboxMessage>> TakeAsync(int take, Predicate<string> busy, CancellationToken cancellationToken)
    {
        if (_read.Count < take || time.Clock.GetElapsedTime(_readAt) > (queue.Backlog.Total > 0 ? FreshBesideReplies : Fresh))
        {
            _read = new(await ReadAsync(cancellationToken));
            _readAt = time.Clock.GetTimestamp();
        }
        List<OutboxMessage> taken = [];
        while (taken.Count < take && _read.TryDequeue(out var message))
        {
            if (!busy(message.ConversationKey))
            {
                taken.Add(message);
            }
        }
        return taken;
    }

    private async Task<List<OutboxMessage>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.Clock.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        // Who has much to send has something leased at every moment.
        var others = await db
            .Outbox.Where(message => message.State == OutboxState.Due && message.LeasedUntil > now && message.LeasedBy != owner.Name)
            .Select(static message => message.LeasedBy)
            .Distinct()
            .CountAsync(static other => other != null, cancellationToken);
        pace.ShareAmong(1 + others);
        // A notice whose moment has not come is not in the way of others; a reply that is to be tried again is.
        var heads = db
            .Outbox.Where(message => message.State == OutboxState.Due && (message.DueAt <= now || message.Kind == ""))
            .GroupBy(static message => message.ConversationKey)
            .Select(static group => group.Min(static message => message.Id));
        return await db
            .Outbox.AsNoTracking()
            .Where(message => heads.Contains(message.Id))
            .Where(message => message.DueAt <= now && (message.LeasedUntil == null || message.LeasedUntil < now))
            .OrderBy(static message => message.Kind != "")
            .ThenBy(static message => message.DueAt)
            .ThenBy(static message => message.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }
}
