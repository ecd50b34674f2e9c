using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Store.Notices;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using static Bot.Tests.Delivery.NoticeBench;

namespace Bot.Tests.Delivery;

/// <summary>Answers in chat whose cards are kept up to date.</summary>
public sealed class KeptReplyTests
{
    private const string Plan = "SYT|digital-transformation-plan|2023";

    [Fact]
    public async Task A_change_replaces_the_answer_that_showed_it_and_no_other()
    {
        await using var bench = await BenchAsync();

        await bench.SendAsync(FromAn("an"));
        await KeptAsync(bench, 1);
        await ChangeAsync(bench, "1");
        await UpdatedAsync(bench, 1);

        var (id, card) = Assert.Single(bench.Connector.Updated);
        Assert.Equal(("r1", "an", "case"), (id, card.Conversation!.Id, card.Summary));
        Assert.Single(bench.Connector.Posted);
        await using var db = bench.Store.CreateDbContext();
        Assert.Empty(db.Deliveries);

        await ChangeAsync(bench, "1", "SGTVT|other|2023");
        Assert.DoesNotContain(db.Outbox, message => message.State == "Due");
    }

    [Fact]
    public async Task What_changed_between_the_drawing_and_the_row_is_put_right_at_once()
    {
        await using var bench = await BenchAsync();
        bench.Connector.Before = _ => HappenAsync(bench);

        await bench.SendAsync(FromAn("an"));

        await UpdatedAsync(bench, 1);
        Assert.Equal("r1", Assert.Single(bench.Connector.Updated).Id);
    }

    [Fact]
    public async Task An_answer_that_waits_in_the_outbox_is_replaced_after_it_was_posted()
    {
        await using var bench = await BenchAsync();
        bench.Connector.Fault = static _ => ScriptedConnector.Down;

        await bench.SendAsync(FromAn("an"));
        await KeptAsync(bench, 1);
        await ChangeAsync(bench, "1");
        await DeliveryBench.UntilAsync(() => Update(bench).LastError is not null, "the update was tried before its card was there");
        Assert.Empty(bench.Connector.Updated);
        bench.Connector.Fault = static _ => null;

        await UpdatedAsync(bench, 1);
        Assert.Equal("r1", Assert.Single(bench.Connector.Updated).Id);
        Assert.Single(bench.Connector.Posted);
    }

    [Fact]
    public async Task Old_cards_are_left_as_they_are_and_a_change_rewrites_a_bounded_number()
    {
        await using var bench = await BenchAsync();
        for (var i = 0; i < 25; i++)
        {
            await bench.SendAsync(FromAn("an") with { Id = $"m{i}" });
        }
        await KeptAsync(bench, 25);
        await using var db = bench.Store.CreateDbContext();
        await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(m => m.EnqueuedAt, DateTimeOffset.UtcNow.AddDays(-31)));
        for (var i = 0; i < 2; i++)
        {
            await bench.SendAsync(FromAn("an") with { Id = $"new{i}" });
        }
        await KeptAsync(bench, 2);

        await ChangeAsync(bench, "1");
        await UpdatedAsync(bench, 2);
        Assert.Equal(["r26", "r27"], bench.Connector.Updated.Select(static update => update.Id).Order());

        for (var i = 2; i < 22; i++)
        {
            await bench.SendAsync(FromAn("an") with { Id = $"new{i}" });
        }
        await KeptAsync(bench, 22);
        await ChangeAsync(bench, "2");
        Assert.Equal(22, await db.Outbox.CountAsync(static message => message.Key.StartsWith("refresh|")));
    }

    [Fact]
    public async Task The_channel_hears_of_it_before_it_is_written_and_a_stop_writes_it()
    {
        await using var bench = await BenchAsync();
        await using var db = bench.Store.CreateDbContext();
        await using (var writer = await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE store_version SET \"Version\" = \"Version\"");
            Assert.Equal(200, await bench.SendAsync(FromAn("an")));
            Assert.Equal(0, await db.Outbox.CountAsync());
            await writer.RollbackAsync();
        }

        await bench.StopAsync();

        Assert.Equal("r1", (await db.Outbox.SingleAsync()).SentActivityId);
    }

    private static Task<DeliveryBench> BenchAsync() =>
        NoticeBench.StartAsync(static bench =>
        {
            bench.Composer.Compose = static notice => new Composition.Send("{}"u8.ToArray(), notice.Payload);
            bench.Turn = static (activity, _, _) =>
                Task.FromResult(DeliveryBench.Echo(activity) with { Keeps = new KeptCard("test", "case", [new DrawnObligation(Plan, 0)]) });
        });

    private static Task KeptAsync(DeliveryBench bench, int count) =>
        DeliveryBench.UntilAsync(
            () =>
            {
                using var db = bench.Store.CreateDbContext();
                return db.Outbox.Count(static message => message.Key.StartsWith("kept|")) == count;
            },
            $"{count} cards are kept"
        );

    private static Task UpdatedAsync(DeliveryBench bench, int count) =>
        DeliveryBench.UntilAsync(() => bench.Connector.Updated.Count == count, $"{count} cards were replaced");

    private static OutboxMessage Update(DeliveryBench bench)
    {
        using var db = bench.Store.CreateDbContext();
        return db.Outbox.AsNoTracking().Single(static message => message.Key.StartsWith("refresh|"));
    }

    // As a click does it.
    private static async Task ChangeAsync(DeliveryBench bench, string mark, string obligation = Plan)
    {
        await using var db = bench.Store.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await NoticeRows.RefreshAsync(db, obligation, mark, default);
        await transaction.CommitAsync();
        bench.Part<DispatchSignal>().Wake();
    }

    private static async Task HappenAsync(DeliveryBench bench)
    {
        await using var db = bench.Store.CreateDbContext();
        if (!await db.Set<ObligationEventRow>().AnyAsync())
        {
            db.Add(
                new ObligationEventRow
                {
                    Obligation = Plan,
                    Version = 1,
                    Step = ObligationStep.Acknowledged,
                    By = "an@example.org",
                    At = DateTimeOffset.UtcNow,
                }
            );
            await db.SaveChangesAsync();
        }
    }
}
