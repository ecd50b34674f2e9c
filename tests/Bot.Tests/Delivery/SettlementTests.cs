using Bot.Delivery.Outgoing;
using Bot.Delivery.Recovery;
using Bot.Indicators.Obligations;
using Bot.Store;
using Bot.Store.Rows;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static Bot.Tests.Delivery.NoticeBench;

namespace Bot.Tests.Delivery;

/// <summary>What is written down of a message is true also where the store was away, or others were faster.</summary>
public sealed class SettlementTests
{
    [Fact]
    public async Task What_was_posted_while_the_store_takes_nothing_is_written_down_when_it_is_back()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bench = await StoppedAsync(bench => bench.Clock = clock);
        var message = await LeasedAsync(bench);
        await RunAsync(bench, "CREATE TRIGGER away BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'away'); END");
        var tries = new CountingLogger();
        var bookings = new Bookings(bench.Part<OutboxStatements>(), new(clock, Options.Create(bench.Options)), tries);

        var writing = bookings.WriteAsync([bookings.Of(message, PostOutcome.Sent("r1"), null)], CancellationToken.None);
        await DeliveryBench.UntilAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return writing.IsCompleted || tries.Count >= 20;
            },
            "it was tried twenty times"
        );
        Assert.False(writing.IsCompleted);
        await RunAsync(bench, "DROP TRIGGER away");
        await DeliveryBench.UntilAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                return writing.IsCompleted;
            },
            "it is written down"
        );

        Assert.Equal((OutboxState.Sent, "r1"), (Row(bench, "n").State, Row(bench, "n").SentActivityId));
        Assert.Equal((DeliveryState.Delivered, ""), Became(bench, "n"));
    }

    [Fact]
    public async Task A_process_that_stops_does_not_wait_for_the_store_for_ever()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bench = await StoppedAsync(bench => bench.Clock = clock);
        var message = await LeasedAsync(bench);
        await RunAsync(bench, "CREATE TRIGGER away BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'away'); END");
        var bookings = bench.Part<Bookings>();

        var writing = bookings.WriteAsync([bookings.Of(message, PostOutcome.Sent("r1"), null)], new CancellationToken(canceled: true));
        await DeliveryBench.UntilAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return writing.IsCompleted;
            },
            "it gives up"
        );

        Assert.Equal(OutboxState.Due, Row(bench, "n").State);
    }

    [Theory]
    [InlineData("Sent", null)]
    [InlineData("Due", "other/1/2")]
    public async Task A_process_that_stood_still_does_not_undo_what_another_did(string state, string? owner)
    {
        await using var bench = await StoppedAsync();
        var message = await LeasedAsync(bench);
        // Meanwhile its lease ran out.
        await using (var db = bench.Store.CreateDbContext())
        {
            await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(m => m.State, state).SetProperty(m => m.LeasedBy, owner));
        }

        var bookings = bench.Part<Bookings>();
        await bench.Part<OutboxStatements>().SettleAsync([bookings.Of(message, PostOutcome.Refused("no"), null)]);

        Assert.Equal((state, owner), (Row(bench, "n").State, Row(bench, "n").LeasedBy));
        Assert.Equal(DeliveryState.Planned, Became(bench, "n").State);
    }

    [SkippableFact]
    public async Task A_dead_letter_that_somebody_else_has_just_sent_again_is_left_alone()
    {
        var server = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");
        Skip.If(server is null, "BOT_TEST_POSTGRES holds no connection string");
        await using var store = await TestStore.CreateAsync(seed: "none", postgres: server);
        var contexts = store.Services.GetRequiredService<IDbContextFactory<BotContext>>();
        await using var db = contexts.CreateDbContext();
        var letter = new OutboxMessage
        {
            Key = "n",
            ConversationKey = "c",
            Kind = "test",
            State = OutboxState.Dead,
        };
        db.Add(letter);
        await db.SaveChangesAsync();
        var letters = new DeadLetters(
            contexts,
            new(new(), new()),
            new(TimeProvider.System, Options.Create(new Bot.Delivery.DeliveryOptions()))
        );

        // The other one has it, and it arrives, before this one's change gets its turn.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(m => m.State, OutboxState.Sent));
        var replaying = letters.ReplayAsync([letter.Id], CancellationToken.None);
        await using var watch = contexts.CreateDbContext();
        await DeliveryBench.UntilAsync(
            async () =>
                await watch
                    .Database.SqlQuery<int>(
                        $"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"""
                    )
                    .SingleAsync() > 0,
            "it waits for the other's change"
        );
        await transaction.CommitAsync();

        Assert.Equal(0, await replaying);
        Assert.Equal(OutboxState.Sent, await db.Outbox.AsNoTracking().Select(m => m.State).SingleAsync());
    }

    private static async Task<DeliveryBench> StoppedAsync(Action<DeliveryBench>? arrange = null)
    {
        var bench = await StartAsync(arrange);
        await bench.StopAsync();
        return bench;
    }

    // The one message, as it is taken to be sent.
    private static async Task<OutboxMessage> LeasedAsync(DeliveryBench bench)
    {
        await PlanAsync(bench, "n");
        return Assert.Single(await bench.Part<OutboxStatements>().LeaseAsync([Row(bench, "n")]));
    }

    private static async Task RunAsync(DeliveryBench bench, string sql)
    {
        await using var db = bench.Store.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private sealed class CountingLogger : ILogger<Bookings>
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? e, Func<TState, Exception?, string> format) =>
            Interlocked.Increment(ref _count);
    }
}
