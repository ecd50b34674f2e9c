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
    /// Takes the messages for this process, and writes down that they are tried; of two processes that ask, one gets a message.
    /// </summary>
    /// <returns>Those that it got.</returns>
    public async Task<List<OutboxMessage>> LeaseAsync(List<OutboxMessage> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return wanted;
        }
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var ids = wanted.ConvertAll(static message => message.Id);
        var now = time.Clock.GetUtcNow();
        var leased = await db
            .Outbox.Where(message =>
                ids.Contains(message.Id) && message.State == OutboxState.Due && (message.LeasedUntil == null || message.LeasedUntil < now)
            )
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(message => message.LeasedBy, owner.Name)
                        .SetProperty(message => message.LeasedUntil, now + time.Options.LeaseTime)
                        .SetProperty(message => message.Attempts, message => message.Attempts + 1)
                        // A notice may wait for days until its moment comes, and is planned by a clock that may be fixed: it is given up
                        // so long after its first attempt.
                        .SetProperty(
                            message => message.EnqueuedAt,
                            message => message.Kind != "" && message.Attempts == 0 ? now : message.EnqueuedAt
                        ),
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
        foreach (var message in wanted)
        {
            message.EnqueuedAt = message is { Kind.Length: > 0, Attempts: 0 } ? now : message.EnqueuedAt;
            message.Attempts++;
        }
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
}
