using System.Globalization;
using Bot.Store;
using Bot.Store.Rows;

namespace Bot.Benchmarks.Dispatch;

/// <summary>Notices for many conversations, each with two deliveries.</summary>
internal static class NoticePlan
{
    private const int PerConversation = 4;

    /// <summary>Writes that many notices, four to a conversation.</summary>
    public static async Task WriteAsync(BotContext db, int count, string serviceUrl)
    {
        var now = DateTimeOffset.UtcNow;
        await using var transaction = await db.Database.BeginTransactionAsync();
        List<OutboxMessage> messages = [.. Enumerable.Range(0, count).Select(n => Message(n, now))];
        db.Outbox.AddRange(messages);
        db.Conversations.AddRange(
            messages.Select(static m => m.Recipient).Distinct().Select(recipient => Conversation(recipient, serviceUrl, now))
        );
        await db.SaveChangesAsync();
        db.Deliveries.AddRange(messages.SelectMany(message => (DeliveryRow[])[Delivery(message, "a", now), Delivery(message, "b", now)]));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static OutboxMessage Message(int number, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"n{number}");
        var recipient = string.Create(CultureInfo.InvariantCulture, $"conversation:msteams|c{number / PerConversation}");
        return new()
        {
            Key = name,
            ConversationKey = $"notice|{recipient}",
            Kind = "test",
            Recipient = recipient,
            Payload = name,
            EnqueuedAt = now,
            DueAt = now,
        };
    }

    private static ConversationRow Conversation(string recipient, string serviceUrl, DateTimeOffset now)
    {
        var key = recipient["conversation:".Length..];
        return new()
        {
            Key = key,
            ChannelId = "msteams",
            ServiceUrl = serviceUrl,
            ConversationId = key["msteams|".Length..],
            ConversationType = "personal",
            TenantId = "t",
            BotId = "28:bot",
            SeenAt = now,
        };
    }

    private static DeliveryRow Delivery(OutboxMessage message, string step, DateTimeOffset now) =>
        new()
        {
            Key = $"{message.Key}/{step}",
            Kind = message.Kind,
            Recipient = message.Recipient,
            Step = step,
            OutboxId = message.Id,
            PlannedAt = now,
            At = now,
        };
}
