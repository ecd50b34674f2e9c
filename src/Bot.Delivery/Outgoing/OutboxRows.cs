using Bot.Store;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Outgoing;

/// <summary>The dispatcher's side of the outbox table.</summary>
internal sealed class OutboxRows(IDbContextFactory<BotContext> store, LeaseOwner owner, DeliveryClock time)
{
    /// <summary>How many replies wait in each conversation.</summary>
    public async Task<List<(string Conversation, int Count)>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var counts = await db
            .Outbox.Where(static message => message.State == OutboxState.Due && message.Kind == "")
            .GroupBy(static message => message.ConversationKey)
            .Select(static group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return counts.ConvertAll(static group => (group.Key, group.Count));
    }

    /// <summary>
    /// The oldest waiting messages of conversations, one of each, that may be sent now, taken for this process: a later message never passes
    /// an earlier one. Of two processes that ask, one gets it.
    /// </summary>
    /// <param name="take">At most so many.</param>
    /// <param name="busy">Conversations to leave alone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<List<OutboxMessage>> LeaseAsync(int take, ICollection<string> busy, CancellationToken cancellationToken)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var found = await DueHeadsAsync(db, take + busy.Count, cancellationToken);
        found.RemoveAll(message => busy.Contains(message.ConversationKey));
        List<OutboxMessage> wanted = [.. found.Take(take)];
        if (wanted.Count == 0)
        {
            return wanted;
        }
        List<long> ids = [.. wanted.Select(static message => message.Id)];
        var now = time.Clock.GetUtcNow();
        var leased = await db
            .Outbox.Where(message =>
                ids.Contains(message.Id) && message.State == OutboxState.Due && (message.LeasedUntil == null || message.LeasedUntil < now)
            )
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(message => message.LeasedBy, owner.Name)
                        .SetProperty(message => message.LeasedUntil, now + time.Options.LeaseTime)
                        .SetProperty(message => message.Attempts, message => message.Attempts + 1),
                cancellationToken
            );
        if (leased < wanted.Count)
        {
            var mine = await db
                .Outbox.Where(message => ids.Contains(message.Id) && message.LeasedBy == owner.Name)
                .Select(static message => message.Id)
                .ToListAsync(cancellationToken);
            wanted.RemoveAll(message => !mine.Contains(message.Id));
        }
        wanted.ForEach(static message => message.Attempts++);
        await StampFirstAttemptsAsync(db, wanted, now, cancellationToken);
        return wanted;
    }

    /// <summary>Takes back the leases of processes of this machine that are gone; others' run out by themselves.</summary>
    public async Task<int> ReclaimAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var owners = await db
            .Outbox.Where(static message => message.State == OutboxState.Due && message.LeasedBy != null)
            .Select(static message => message.LeasedBy!)
            .Distinct()
            .ToListAsync(cancellationToken);
        var gone = owners.FindAll(owner.IsGone);
        return gone.Count == 0
            ? 0
            : await db
                .Outbox.Where(message => message.LeasedBy != null && gone.Contains(message.LeasedBy))
                .ExecuteUpdateAsync(
                    static row =>
                        row.SetProperty(static message => message.LeasedBy, (string?)null)
                            .SetProperty(static message => message.LeasedUntil, (DateTimeOffset?)null),
                    cancellationToken
                );
    }

    private Task<List<OutboxMessage>> DueHeadsAsync(BotContext db, int take, CancellationToken cancellationToken)
    {
        var now = time.Clock.GetUtcNow();
        var heads = db
            .Outbox.Where(static message => message.State == OutboxState.Due)
            .GroupBy(static message => message.ConversationKey)
            .Select(static group => group.Min(static message => message.Id));
        return db
            .Outbox.AsNoTracking()
            .Where(message => heads.Contains(message.Id))
            .Where(message => message.DueAt <= now && (message.LeasedUntil == null || message.LeasedUntil < now))
            .OrderBy(static message => message.DueAt)
            .ThenBy(static message => message.Id)
            .Take(take)
            .ToListAsync(cancellationToken);
    }

    // A notice may wait for days until its moment comes, and is planned by a clock that may be fixed: it is given up so long after its
    // first attempt.
    private static async Task StampFirstAttemptsAsync(
        BotContext db,
        List<OutboxMessage> leased,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var first = leased.FindAll(static message => message is { Kind.Length: > 0, Attempts: 1 });
        if (first.Count == 0)
        {
            return;
        }
        List<long> ids = first.ConvertAll(static message => message.Id);
        await db
            .Outbox.Where(message => ids.Contains(message.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(message => message.EnqueuedAt, now), cancellationToken);
        first.ForEach(message => message.EnqueuedAt = now);
    }
}
