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
            .Outbox.Where(static message => message.State == OutboxState.Due)
            .GroupBy(static message => message.ConversationKey)
            .Select(static group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return counts.ConvertAll(static group => (group.Key, group.Count));
    }

    /// <summary>Conversations whose oldest waiting reply may be sent now; a later reply never passes it.</summary>
    public async Task<List<string>> DueConversationsAsync(int take, CancellationToken cancellationToken)
    {
        var now = time.Clock.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var heads = db
            .Outbox.Where(static message => message.State == OutboxState.Due)
            .GroupBy(static message => message.ConversationKey)
            .Select(static group => group.Min(static message => message.Id));
        return await db
            .Outbox.Where(message => heads.Contains(message.Id))
            .Where(message => message.DueAt <= now && (message.LeasedUntil == null || message.LeasedUntil < now))
            .OrderBy(static message => message.DueAt)
            .Select(static message => message.ConversationKey)
            .Take(take)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The conversation's oldest waiting reply, taken for this process; null when there is none, it is not due, or another has it.</summary>
    public async Task<OutboxMessage?> LeaseHeadAsync(string conversation, TimeSpan leaseTime, CancellationToken cancellationToken)
    {
        var now = time.Clock.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var head = await db
            .Outbox.AsNoTracking()
            .Where(message => message.ConversationKey == conversation && message.State == OutboxState.Due)
            .OrderBy(static message => message.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (head is null || head.DueAt > now)
        {
            return null;
        }
        // One conditional update: of two processes that ask, one gets it.
        var leased = await db
            .Outbox.Where(message =>
                message.Id == head.Id && message.State == OutboxState.Due && (message.LeasedUntil == null || message.LeasedUntil < now)
            )
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(message => message.LeasedBy, owner.Name)
                        .SetProperty(message => message.LeasedUntil, now + leaseTime)
                        .SetProperty(message => message.Attempts, message => message.Attempts + 1),
                cancellationToken
            );
        head.Attempts++;
        return leased == 1 ? head : null;
    }

    public Task MarkSentAsync(long id, string? activityId) =>
        EndLeaseAsync(id, OutboxState.Sent, time.Clock.GetUtcNow(), lastError: null, activityId);

    public Task MarkDeadAsync(long id, string reason) => EndLeaseAsync(id, OutboxState.Dead, time.Clock.GetUtcNow(), reason);

    public Task PostponeAsync(long id, TimeSpan delay, string reason) =>
        EndLeaseAsync(id, OutboxState.Due, time.Clock.GetUtcNow() + delay, reason);

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

    private async Task EndLeaseAsync(long id, string state, DateTimeOffset dueAt, string? lastError, string? activityId = null)
    {
        await using var db = await store.CreateDbContextAsync();
        await db
            .Outbox.Where(message => message.Id == id)
            .ExecuteUpdateAsync(row =>
                row.SetProperty(message => message.State, state)
                    .SetProperty(message => message.DueAt, dueAt)
                    .SetProperty(message => message.LastError, lastError)
                    .SetProperty(message => message.SentActivityId, activityId)
                    .SetProperty(message => message.LeasedBy, (string?)null)
                    .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null)
            );
    }
}
