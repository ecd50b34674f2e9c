using Bot.Store;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Outgoing;

/// <summary>What processes that begin ask of the outbox table.</summary>
internal sealed class OutboxRows(IDbContextFactory<BotContext> store, LeaseOwner owner)
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
