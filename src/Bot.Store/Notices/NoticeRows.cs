using System.Globalization;
using Bot.Indicators.Obligations;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Notices;

/// <summary>Planned notices as rows, in the transaction of what caused them: both are there or neither is.</summary>
internal static class NoticeRows
{
    /// <summary>Notices of one recipient go out in the order in which they were planned, and hold back no reply.</summary>
    public static string ConversationKey(string recipient) => $"notice|{recipient}";

    /// <summary>Adds what is not there yet, and saves; how many deliveries are new.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open: a dispatcher could settle a message before its deliveries are there.</exception>
    public static async Task<int> AddAsync(
        BotContext db,
        IReadOnlyList<PlannedNotice> notices,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Notices are planned in a transaction.");
        }
        var added = 0;
        foreach (var notice in notices)
        {
            string[] keys = [.. notice.Intended.Select(i => i.Key)];
            var known = await db.Deliveries.Where(d => keys.Contains(d.Key)).Select(d => d.Key).ToListAsync(cancellationToken);
            List<IntendedDelivery> intended = [.. notice.Intended.Where(i => !known.Contains(i.Key))];
            if (intended.Count == 0)
            {
                continue;
            }

            var message = notice.SuppressedBecause is null ? Message(notice, now) : null;
            if (message is not null)
            {
                db.Outbox.Add(message);
                await db.SaveChangesAsync(cancellationToken);
            }

            db.Deliveries.AddRange(intended.Select(i => Delivery(notice, i, message?.Id, now)));
            await db.SaveChangesAsync(cancellationToken);
            added += intended.Count;
        }

        return added;
    }

    /// <summary>The same as for a click where an import, or facts that were approved, revised obligations at that moment.</summary>
    /// <param name="db">The transaction that revised them.</param>
    /// <param name="at">The moment that their rows bear.</param>
    /// <param name="version">The store's version of that transaction.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RefreshRevisedAsync(BotContext db, DateTimeOffset at, long version, CancellationToken cancellationToken)
    {
        var revised = await db.Set<ObligationRow>()
            .Where(o => o.IsCurrent && o.RecordedAt == at)
            .Where(o =>
                db.Deliveries.Any(d => d.Obligation == o.Key && d.OutboxId != null)
                || db.Outbox.Any(m => m.ConversationKey == KeptCards.QueuePrefix + o.Key)
            )
            .Select(o => o.Key)
            .ToListAsync(cancellationToken);
        foreach (var obligation in revised)
        {
            await RefreshAsync(db, obligation, string.Create(CultureInfo.InvariantCulture, $"store-{version}"), cancellationToken);
        }
    }

    /// <summary>For each posted card of the obligation, answers in chat among them, one message that puts the present card in its place; the mark tells what changed it.</summary>
    public static async Task RefreshAsync(BotContext db, string obligation, string mark, CancellationToken cancellationToken)
    {
        var enqueued = TimeProvider.System.GetUtcNow();
        // One that waits may be composed before this is on record, also where its moment comes in between; where it is not, the same card is put
        // in its place, or there is none to replace yet.
        var posted = await db
            .Deliveries.Where(d => d.Obligation == obligation && d.OutboxId != null)
            .Join(
                db.Outbox.Where(m => m.Updates == null && (m.State == "Sent" || m.State == "Due")),
                d => d.OutboxId,
                m => m.Id,
                (_, m) => m
            )
            .Distinct()
            .ToListAsync(cancellationToken);
        var kept = await KeptCards.OfAsync(db, obligation, enqueued, cancellationToken);
        db.Outbox.AddRange(posted.Concat(kept).Select(card => Refresh(card, obligation, mark, enqueued)));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The message that puts the present card in the place of that one.</summary>
    public static OutboxMessage Refresh(OutboxMessage card, string obligation, string mark, DateTimeOffset now) =>
        new()
        {
            Key = $"refresh|{card.Id}|{obligation}|{mark}",
            ConversationKey = ConversationKey(card.Recipient),
            ServiceUrl = card.ServiceUrl,
            ConversationId = card.ConversationId,
            Kind = card.Kind,
            Recipient = card.Recipient,
            Payload = card.Payload,
            // An answer that waited in the outbox when it was kept has its id there.
            Updates = card.Updates ?? card.Id,
            EnqueuedAt = now,
            DueAt = now,
        };

    /// <summary>
    /// The message. The dispatcher's clock is the machine's, also where the host's stands on a fixed day: the notice waits as long by either.
    /// </summary>
    public static OutboxMessage Message(PlannedNotice notice, DateTimeOffset now)
    {
        var enqueued = TimeProvider.System.GetUtcNow();
        return new OutboxMessage
        {
            Key = notice.Key,
            ConversationKey = ConversationKey(notice.Recipient),
            Kind = notice.Kind,
            Recipient = notice.Recipient,
            Payload = notice.Payload,
            EnqueuedAt = enqueued,
            DueAt = enqueued + (notice.DueAt - now),
        };
    }

    /// <summary>The accounting of one intended delivery; without a message it is suppressed.</summary>
    public static DeliveryRow Delivery(PlannedNotice notice, IntendedDelivery intended, long? message, DateTimeOffset now) =>
        new()
        {
            Key = intended.Key,
            Kind = notice.Kind,
            Recipient = notice.Recipient,
            Obligation = intended.Obligation,
            Step = intended.Step,
            Occurrence = intended.Occurrence,
            OutboxId = message,
            State = message is null ? DeliveryState.Suppressed : DeliveryState.Planned,
            Reason = notice.SuppressedBecause ?? "",
            PlannedAt = now,
            At = now,
        };
}
