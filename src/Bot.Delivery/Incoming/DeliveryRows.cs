using System.Text.Json;
using Bot.Activities;
using Bot.Delivery.Outgoing;
using Bot.Store;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Incoming;

/// <summary>What a turn leaves in the store. The usual turn leaves nothing here.</summary>
internal sealed class DeliveryRows(IDbContextFactory<BotContext> store, LeaseOwner owner, DeliveryClock time)
{
    /// <summary>An entry that is older than this has no process any more.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);

    public TimeProvider Clock { get; } = time.Clock;

    /// <summary>Writes slow activities down, oldest first; those that another instance has written down are left to it and returned.</summary>
    public async Task<IReadOnlySet<Turn>> AcceptAsync(IReadOnlyCollection<Turn> turns)
    {
        var elsewhere = new HashSet<Turn>();
        while (true)
        {
            try
            {
                await WriteAsync(turns.Where(turn => !elsewhere.Contains(turn)));
                return elsewhere;
            }
            catch (DbUpdateException)
            {
                var written = await WrittenAsync(turns);
                var before = elsewhere.Count;
                elsewhere.UnionWith(turns.Where(turn => written.Contains(ActivityKey.RowKey(turn.Key.Text))));
                if (elsewhere.Count == before)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Keys of the activities that other instances have written down and not answered yet.</summary>
    public async Task<HashSet<string>> AcceptedElsewhereAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        return await db.Inbox.Where(entry => entry.Owner != owner.Name).Select(static entry => entry.Key).ToHashSetAsync(cancellationToken);
    }

    private async Task<HashSet<string>> WrittenAsync(IEnumerable<Turn> turns)
    {
        string[] keys = [.. turns.Select(static turn => ActivityKey.RowKey(turn.Key.Text))];
        await using var db = await store.CreateDbContextAsync();
        return await db.Inbox.Where(entry => keys.Contains(entry.Key)).Select(static entry => entry.Key).ToHashSetAsync();
    }

    // All or none.
    private async Task WriteAsync(IEnumerable<Turn> turns)
    {
        await using var db = await store.CreateDbContextAsync();
        foreach (var turn in turns)
        {
            db.Inbox.Add(
                new()
                {
                    Key = ActivityKey.RowKey(turn.Key.Text),
                    ConversationKey = turn.Conversation,
                    Activity = Bytes(turn.Activity),
                    Owner = owner.Name,
                    ReceivedAt = turn.ReceivedAt,
                }
            );
        }
        await db.SaveChangesAsync();
    }

    /// <summary>The answer of a turn that was written down is out: its entry goes, its key stays.</summary>
    public async Task CompleteAsync(ActivityKey key)
    {
        await using var db = await store.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await EndAsync(db, key);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>The reply becomes a row of the outbox and the turn ends, in one transaction; its id. A reply enqueued before is left as it is.</summary>
    public async Task<long> EnqueueAsync(Turn turn, Activity reply, PostOutcome outcome, TimeSpan delay)
    {
        var now = Clock.GetUtcNow();
        var key = ActivityKey.RowKey(turn.Key.Text);
        await using var db = await store.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await EndAsync(db, turn.Key);
        if (!await db.Outbox.AnyAsync(message => message.Key == key))
        {
            db.Outbox.Add(
                new()
                {
                    Key = key,
                    ConversationKey = turn.Conversation,
                    ServiceUrl = reply.ServiceUrl ?? "",
                    ConversationId = reply.Conversation?.Id ?? "",
                    ReplyToId = reply.ReplyToId,
                    Activity = Bytes(reply),
                    State = outcome.Kind == PostKind.Refused ? OutboxState.Dead : OutboxState.Due,
                    EnqueuedAt = now,
                    DueAt = now + delay,
                    Attempts = 1,
                    LastError = outcome.Reason,
                }
            );
        }
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return await db.Outbox.Where(message => message.Key == key).Select(static message => message.Id).SingleAsync();
    }

    /// <summary>
    /// Accepted activities whose process is gone, taken for this one, in the order in which they were accepted. Whether a process of another
    /// machine is gone cannot be asked: no turn takes as long as <see cref="Abandoned"/>.
    /// </summary>
    public async Task<List<InboxEntry>> TakeOverAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var old = now - Abandoned;
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var owners = await db.Inbox.Select(static entry => entry.Owner).Distinct().ToListAsync(cancellationToken);
        var gone = owners.FindAll(name => name.Length == 0 || owner.IsGone(name));
        var left = db.Inbox.Where(entry => gone.Contains(entry.Owner) || (entry.Owner != owner.Name && entry.ReceivedAt < old));
        var ids = await left.Select(static entry => entry.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return [];
        }
        // Of two processes that find an entry, the first names itself and the moment, and the second finds it taken.
        await left.Where(entry => ids.Contains(entry.Id))
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(entry => entry.Owner, owner.Name)
                        .SetProperty(entry => entry.ReceivedAt, now)
                        .SetProperty(entry => entry.Attempts, entry => entry.Attempts + 1),
                cancellationToken
            );
        return await db
            .Inbox.AsNoTracking()
            .Where(entry => ids.Contains(entry.Id) && entry.Owner == owner.Name)
            .OrderBy(static entry => entry.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>An entry that no turn is made of any more becomes a dead letter; what the person is told instead of an answer, if anything, is due.</summary>
    public async Task SetAsideAsync(InboxEntry entry, string reason, Activity? told = null)
    {
        var now = Clock.GetUtcNow();
        OutboxMessage Row(string key, Activity? reply) =>
            new()
            {
                Key = key,
                ConversationKey = entry.ConversationKey,
                ServiceUrl = reply?.ServiceUrl ?? "",
                ConversationId = reply?.Conversation?.Id ?? "",
                ReplyToId = reply?.ReplyToId,
                Activity = reply is null ? entry.Activity : Bytes(reply),
                State = reply is null ? OutboxState.Dead : OutboxState.Due,
                EnqueuedAt = now,
                DueAt = now,
                Attempts = reply is null ? entry.Attempts : 0,
                LastError = reply is null ? reason : null,
            };
        await using var db = await store.CreateDbContextAsync();
        db.Inbox.Remove(entry);
        db.Outbox.Add(Row(entry.Key, null));
        if (told is not null)
        {
            db.Outbox.Add(Row(ActivityKey.RowKey($"{entry.Key}|told"), told));
            db.Answered.Add(AnsweredActivities.Row([ActivityKey.FromText(entry.Key).Hash], now));
        }
        await db.SaveChangesAsync();
    }

    private async Task EndAsync(BotContext db, ActivityKey key)
    {
        var column = ActivityKey.RowKey(key.Text);
        await db.Inbox.Where(entry => entry.Key == column).ExecuteDeleteAsync();
        if (key.Repeats)
        {
            db.Answered.Add(AnsweredActivities.Row([key.Hash], Clock.GetUtcNow()));
        }
    }

    private static byte[] Bytes(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJsonContext.Wire.Activity);
}
