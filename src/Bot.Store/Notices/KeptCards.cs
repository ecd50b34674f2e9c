using System.Security.Cryptography;
using System.Text;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Notices;

/// <summary>
/// Which cards that answered in chat show which obligations. Each is a message of the outbox that was sent already, in a queue that is named
/// by the obligation, so that a change finds the copies by an index and its updates take the way of every other card's.
/// </summary>
public sealed class KeptCards
{
    // A change rewrites no more than these, the newest.
    private const int MostOfOne = 20;

    private readonly IDbContextFactory<BotContext> _contexts;

    internal KeptCards(IDbContextFactory<BotContext> contexts) => _contexts = contexts;

    /// <summary>
    /// Keeps a card that was posted; whether one of its obligations has changed since it was drawn, and its update is planned with it.
    /// </summary>
    public async Task<bool> KeepAsync(KeptCard card, PostedAnswer posted, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Behind a change that is being written, and before the next one: none falls between the card's drawing and its row. On SQLite the
        // transaction is enough.
        await db.Set<StoreVersionRow>().ExecuteUpdateAsync(row => row.SetProperty(v => v.Version, v => v.Version), cancellationToken);
        var isStale = false;
        foreach (var (obligation, version) in card.About)
        {
            var (queue, old) = (QueueOf(obligation), now - KeptCard.Age);
            await db.Outbox.Where(m => m.ConversationKey == queue && m.EnqueuedAt < old).ExecuteDeleteAsync(cancellationToken);
            var row = Row(card, posted, obligation, now);
            db.Outbox.Add(row);
            await db.SaveChangesAsync(cancellationToken);
            if (await db.Set<ObligationEventRow>().CountAsync(e => e.Obligation == obligation, cancellationToken) != version)
            {
                db.Outbox.Add(NoticeRows.Refresh(row, obligation, "drawn", now));
                await db.SaveChangesAsync(cancellationToken);
                isStale = true;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return isStale;
    }

    /// <summary>The cards that show the obligation and are kept up to date, the newest first.</summary>
    internal static Task<List<OutboxMessage>> OfAsync(
        BotContext db,
        string obligation,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (queue, old) = (QueueOf(obligation), now - KeptCard.Age);
        return db
            .Outbox.Where(m => m.ConversationKey == queue && m.EnqueuedAt >= old)
            .OrderByDescending(m => m.Id)
            .Take(MostOfOne)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The queue of an obligation's cards; nothing in it is ever due.</summary>
    internal static string QueueOf(string obligation) => QueuePrefix + obligation;

    /// <summary>How the names of these queues begin.</summary>
    internal const string QueuePrefix = "kept|";

    // A process that wrote it and heard no answer writes the same again.
    private static OutboxMessage Row(KeptCard card, PostedAnswer posted, string obligation, DateTimeOffset now) =>
        new()
        {
            Key = $"{QueueOf(obligation)}|{Mark($"{posted.ConversationId}|{posted.ActivityId}|{posted.Waiting}")}",
            ConversationKey = QueueOf(obligation),
            ServiceUrl = posted.ServiceUrl,
            ConversationId = posted.ConversationId,
            Kind = card.Kind,
            Recipient = posted.Recipient,
            Payload = card.Payload,
            Updates = posted.Waiting,
            State = "Sent",
            SentActivityId = posted.ActivityId,
            EnqueuedAt = now,
            DueAt = now,
        };

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
