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
    public static async Task<int> AddAsync(
        BotContext db,
        IReadOnlyList<PlannedNotice> notices,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
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

    /// <summary>For each posted card of the obligation one message that puts the present card in its place.</summary>
    public static async Task RefreshAsync(
        BotContext db,
        string obligation,
        int version,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var posted = await db
            .Deliveries.Where(d => d.Obligation == obligation && d.OutboxId != null)
            .Join(db.Outbox.Where(m => m.State == "Sent" && m.Updates == null), d => d.OutboxId, m => m.Id, (_, m) => m)
            .Distinct()
            .ToListAsync(cancellationToken);
        db.Outbox.AddRange(
            posted.Select(card => new OutboxMessage
            {
                Key = $"refresh|{card.Id}|{obligation}|{version}",
                ConversationKey = card.ConversationKey,
                ServiceUrl = card.ServiceUrl,
                ConversationId = card.ConversationId,
                Kind = card.Kind,
                Recipient = card.Recipient,
                Payload = card.Payload,
                Updates = card.Id,
                EnqueuedAt = now,
                DueAt = now,
            })
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private static OutboxMessage Message(PlannedNotice notice, DateTimeOffset now) =>
        new()
        {
            Key = notice.Key,
            ConversationKey = ConversationKey(notice.Recipient),
            Kind = notice.Kind,
            Recipient = notice.Recipient,
            Payload = notice.Payload,
            EnqueuedAt = now,
            DueAt = notice.DueAt,
        };

    private static DeliveryRow Delivery(PlannedNotice notice, IntendedDelivery intended, long? message, DateTimeOffset now) =>
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
