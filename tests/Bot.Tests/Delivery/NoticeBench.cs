using System.Text;
using Bot.Activities;
using Bot.Delivery.Outgoing;
using Bot.Delivery.Recipients;
using Bot.Indicators.Obligations;
using Bot.Store.Notices;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Delivery;

/// <summary>Notices on the delivery bench: contacts, conversations, planned messages and what became of them.</summary>
internal static class NoticeBench
{
    public const string An = "contact:an@example.org";
    public const string AnId = "00000000-0000-0000-0000-00000000000a";

    /// <summary>A bench that knows the contact An, who wrote from the conversation <c>an</c>.</summary>
    public static async Task<DeliveryBench> StartAsync(Action<DeliveryBench>? arrange = null, bool wrote = true)
    {
        var bench = await DeliveryBench.StartAsync(arrange);
        await ImportAsync(bench, $"an@example.org,{AnId},An,inspector,,vi");
        if (wrote)
        {
            await bench.Part<ConversationReferences>().SeeAsync(FromAn("an"), default);
        }
        return bench;
    }

    public static async Task ImportAsync(DeliveryBench bench, string rows)
    {
        var csv = $"upn,aad_object_id,name,role,org_unit,language\n{rows}\n";
        var report = await bench
            .Part<TableImport>()
            .RunAsync([new ImportFile("contacts.csv", Encoding.UTF8.GetBytes(csv))], "test", false, default);
        Assert.False(report.Refused);
    }

    public static Activity FromAn(string conversation) =>
        DeliveryBench.Message(conversation, "1") with
        {
            Conversation = new()
            {
                Id = conversation,
                ConversationType = "personal",
                TenantId = "t",
            },
            From = new() { Id = "29:an", AadObjectId = AnId.ToUpperInvariant() },
        };

    /// <summary>Plans notices whose key and payload are the names given, and wakes the dispatcher.</summary>
    public static Task PlanAsync(DeliveryBench bench, params string[] names) => PlanForAsync(bench, An, "test", names);

    public static async Task PlanForAsync(DeliveryBench bench, string recipient, string kind, params string[] names)
    {
        await using var db = bench.Store.CreateDbContext();
        var notices = names.Select(name => new PlannedNotice
        {
            Key = name,
            Kind = kind,
            Recipient = recipient,
            Payload = name,
            DueAt = new DateTimeOffset(2023, 4, 3, 1, 0, 0, TimeSpan.Zero),
            Intended = [new($"{name}/1", "o", "s", new DateOnly(2023, 4, 3)), new($"{name}/2", "o2", "s", new DateOnly(2023, 4, 3))],
        });
        // Planned by a clock that stands in 2023: that must not make it an old message.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await NoticeRows.AddAsync(db, [.. notices], new DateTimeOffset(2023, 4, 3, 1, 0, 0, TimeSpan.Zero), default);
        await transaction.CommitAsync();
        bench.Part<DispatchSignal>().Wake();
    }

    /// <summary>The message of that key, once it is no longer due.</summary>
    public static async Task<OutboxMessage> SettledAsync(DeliveryBench bench, string key)
    {
        await DeliveryBench.UntilAsync(() => Row(bench, key).State != OutboxState.Due, $"{key} is settled");
        return Row(bench, key);
    }

    public static OutboxMessage Row(DeliveryBench bench, string key)
    {
        using var db = bench.Store.CreateDbContext();
        return db.Outbox.AsNoTracking().Single(message => message.Key == key);
    }

    /// <summary>State and reason of both deliveries of the message, which must agree.</summary>
    public static (DeliveryState State, string Reason) Became(DeliveryBench bench, string key)
    {
        using var db = bench.Store.CreateDbContext();
        var rows = db.Deliveries.AsNoTracking().Where(delivery => delivery.Key.StartsWith(key + "/")).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0].State, rows[1].State);
        return (rows[0].State, rows[0].Reason);
    }

    public static ConversationRow? Conversation(DeliveryBench bench, string id)
    {
        using var db = bench.Store.CreateDbContext();
        return db.Conversations.AsNoTracking().SingleOrDefault(row => row.ConversationId == id);
    }
}
