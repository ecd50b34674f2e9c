using Bot.Indicators.Obligations;
using Bot.Store;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Wire.Tests.Delivery;

/// <summary>The guarantee for notices of docs/delivery.md, held against SIGKILL and a channel that fails a tenth of the calls.</summary>
public sealed class NoticeKillTests
{
    private const int Notices = 2_000;
    private const int Suppressed = 19;
    private const int Kills = 20;

    [Fact]
    public async Task No_notice_is_lost_and_only_what_was_in_flight_at_a_kill_may_come_twice()
    {
        await using var channel = await FailingChannelAsync();
        await using var bot = await BotProcess.StartAsync(Settings(channel, []), "tests/Bot.NoticeHost");

        await PlayAsync(channel, [bot], Store("Sqlite", $"Data Source={bot.StoreFile}"));
    }

    [SkippableFact]
    public async Task Two_instances_on_one_PostgreSQL_database_keep_the_same_promise()
    {
        var server = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");
        Skip.If(server is null, "BOT_TEST_POSTGRES holds no connection string");
        var connection = $"{server};Database=notices_{Guid.NewGuid():n};Maximum Pool Size=20";
        await using var channel = await FailingChannelAsync();
        var settings = Settings(channel, new() { ["Store__Provider"] = "Postgres", ["ConnectionStrings__Store"] = connection });
        await using var one = await BotProcess.StartAsync(settings, "tests/Bot.NoticeHost");
        await using var other = await BotProcess.StartAsync(settings, "tests/Bot.NoticeHost");

        var store = Store("Postgres", connection);
        try
        {
            await PlayAsync(channel, [one, other], store);
        }
        finally
        {
            await one.KillAsync();
            await other.KillAsync();
            await using var db = store.CreateDbContext();
            await db.Database.EnsureDeletedAsync();
        }
    }

    private static async Task PlayAsync(LocalChannel channel, BotProcess[] bots, IDbContextFactory<BotContext> store)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var inFlight = new Dictionary<string, int>();
        var random = new Random(11);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Spread over the whole run by what the channel took, and then at a moment that nobody chose.
            while (channel.Sent.Count() < (Notices - Suppressed) * kill / (Kills + 1))
            {
                await Task.Delay(2, limit.Token);
            }
            await Task.Delay(TimeSpan.FromMicroseconds(random.Next(5_000)), limit.Token);
            var bot = bots[kill % bots.Length];
            var owner = bot.ProcessId;
            await bot.KillAsync();
            // At once: the other instance takes over what the dead one had leased.
            foreach (var key in await LeasedByAsync(store, owner))
            {
                inFlight[key] = inFlight.GetValueOrDefault(key) + 1;
            }
            await bot.StartAgainAsync();
        }
        await AllSettledAsync(store, limit.Token);
        AssertEachCameOnce(channel, inFlight);
        await AssertAccountedForAsync(store, channel);
    }

    private static void AssertEachCameOnce(LocalChannel channel, Dictionary<string, int> inFlight)
    {
        var came = channel
            .Sent.GroupBy(static call => call.Body.GetProperty("summary").GetString()!)
            .ToDictionary(static g => g.Key, static g => g.Count());
        var expected = Enumerable
            .Range(0, Notices)
            .Select(static n => $"n{n}")
            .Where(static name => !name.EndsWith("00", StringComparison.Ordinal));
        Assert.Equal(expected.Order(), came.Keys.Order());
        Assert.All(
            came.Where(static pair => pair.Value > 1),
            pair => Assert.InRange(pair.Value - 1, 1, inFlight.GetValueOrDefault(pair.Key))
        );
    }

    private static async Task AssertAccountedForAsync(IDbContextFactory<BotContext> store, LocalChannel channel)
    {
        await using var db = store.CreateDbContext();
        var messages = await db.Outbox.AsNoTracking().ToListAsync();
        var deliveries = await db.Deliveries.AsNoTracking().ToListAsync();
        Assert.Equal(2 * Notices, deliveries.Count);
        Assert.Equal(2 * Suppressed, deliveries.Count(static d => d is { State: DeliveryState.Suppressed, Reason: "the work is done" }));
        Assert.Equal(2 * (Notices - Suppressed), deliveries.Count(static d => d is { State: DeliveryState.Delivered, Reason: "" }));
        // The id on record is one that the channel gave to this very notice.
        var posted = channel.Sent.Select(static call => call.Body.GetProperty("summary").GetString()!).ToHashSet();
        Assert.All(
            messages,
            message =>
                Assert.Equal(posted.Contains(message.Payload), message is { State: "Sent", SentActivityId: not null, LeasedBy: null })
        );
    }

    private static async Task AllSettledAsync(IDbContextFactory<BotContext> store, CancellationToken cancellationToken)
    {
        // What is still due at the limit is what the assertions show.
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var db = store.CreateDbContext();
            if (!await db.Outbox.AnyAsync(static message => message.State == "Due", CancellationToken.None))
            {
                return;
            }
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static async Task<List<string>> LeasedByAsync(IDbContextFactory<BotContext> store, int processId)
    {
        await using var db = store.CreateDbContext();
        var owner = $"/{processId}/";
        return await db
            .Outbox.Where(message => message.State == "Due" && message.LeasedBy != null && message.LeasedBy.Contains(owner))
            .Select(static message => message.Payload)
            .ToListAsync();
    }

    private static async Task<LocalChannel> FailingChannelAsync()
    {
        var channel = await LocalChannel.StartAsync();
        var random = new Random(7);
        channel.FailNext([
            .. Enumerable
                .Range(0, 20_000)
                .Select(_ =>
                    random.Next(60) switch
                    {
                        0 => ConnectorFault.Throttled(1),
                        1 => ConnectorFault.Throttled(),
                        2 => ConnectorFault.Refused(500),
                        3 => ConnectorFault.Refused(502),
                        4 => ConnectorFault.Slow(TimeSpan.FromMilliseconds(random.Next(50, 300))),
                        5 => ConnectorFault.DroppedBefore,
                        _ => ConnectorFault.None,
                    }
                ),
        ]);
        return channel;
    }

    private static Dictionary<string, string> Settings(LocalChannel channel, Dictionary<string, string> store) =>
        new(store)
        {
            ["Notices__Count"] = $"{Notices}",
            ["Notices__ServiceUrl"] = channel.ServiceUrl,
            ["Store__Seed"] = "none",
            ["Delivery__FirstBackoff"] = "00:00:00.200",
            ["Delivery__Pace__ConversationPerSecond"] = "0",
            ["Delivery__Pace__ConversationPerTwoSeconds"] = "0",
            ["Delivery__Pace__ConversationPerHalfMinute"] = "0",
            ["Delivery__Pace__TenantPerSecond"] = "0",
            ["Delivery__Pace__OverallPerSecond"] = "0",
        };

    private static IDbContextFactory<BotContext> Store(string provider, string connection)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Store:Provider"] = provider, ["ConnectionStrings:Store"] = connection }
            )
            .Build();
        return new ServiceCollection()
            .AddIndicatorStore(configuration)
            .BuildServiceProvider()
            .GetRequiredService<IDbContextFactory<BotContext>>();
    }
}
