using System.Globalization;
using Bot.Store;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.NoticeHost;

/// <summary>Notices for many conversations, planned once in the life of a store, each with two deliveries.</summary>
public static class NoticePlan
{
    private const int PerConversation = 4;

    /// <summary>Writes <c>Notices:Count</c> of them to conversations at <c>Notices:ServiceUrl</c>, all or none.</summary>
    public static async Task WriteOnceAsync(IServiceProvider services, IConfiguration configuration)
    {
        var count = configuration.GetValue("Notices:Count", 0);
        await using var db = services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();
        if (count == 0 || await db.Outbox.AnyAsync())
        {
            return;
        }
        await WriteAsync(db, count, configuration["Notices:ServiceUrl"]!);
    }

    /// <summary>Writes that many notices, four to a conversation.</summary>
    public static async Task WriteAsync(BotContext db, int count, string serviceUrl)
    {
        ArgumentNullException.ThrowIfNull(db);
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
