using Bot.Indicators.Obligations;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;

namespace Bot.Wire.Tests.Delivery;

/// <summary>The guarantee for notices of docs/delivery.md, held against SIGKILL and a channel that fails a tenth of the calls.</summary>
public sealed class NoticeKillTests
{
    private const int Notices = 2_000;
    private const int Suppressed = 19;
    private const int Kills = 20;
    private const int MostInFlight = 32;

    [SkippableTheory]
    [InlineData("Sqlite", 1)]
    [InlineData("Postgres", 2)]
    public async Task No_notice_is_lost_and_only_what_was_in_flight_may_come_twice(string provider, int instances)
    {
        await using var store = SharedStore.Create(provider);
        await using var channel = await FailingChannelAsync();
        var settings = Settings(channel, store);
        List<BotProcess> bots = [];
        try
        {
            while (bots.Count < instances)
            {
                bots.Add(await BotProcess.StartAsync(settings, "tests/Bot.NoticeHost"));
            }
            await PlayAsync(channel, bots, store);
        }
        finally
        {
            foreach (var bot in bots)
            {
                await bot.DisposeAsync();
            }
        }
    }

    private static async Task PlayAsync(LocalChannel channel, List<BotProcess> bots, SharedStore store)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        // How often each notice was in flight when its process was killed, or its connection was cut.
        var inFlight = new Dictionary<string, int>();
        var recorded = new List<(int Calls, List<string> Notices)>();
        var random = new Random(11);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Spread over the whole run by what the channel took, and then at a moment that nobody chose.
            while (channel.Sent.Count() < (Notices - Suppressed) * kill / (Kills + 1))
            {
                await Task.Delay(2, limit.Token);
            }
            await Task.Delay(TimeSpan.FromMicroseconds(random.Next(5_000)), limit.Token);
            var bot = bots[kill % bots.Count];
            var owner = bot.ProcessId;
            await bot.KillAsync();
            // At once: the other instance takes over what the dead one had leased.
            var leased = await LeasedByAsync(store, owner);
            Assert.InRange(leased.Count, 0, MostInFlight);
            foreach (var key in leased)
            {
                inFlight[key] = inFlight.GetValueOrDefault(key) + 1;
            }
            var known = await RecordedAsync(store);
            recorded.Add((channel.Sent.Count(), known));
            await bot.StartAgainAsync();
        }
        await AllSettledAsync(store, limit.Token);
        foreach (var cut in channel.Sent.Where(static call => call.Cut).Select(NameOf))
        {
            inFlight[cut] = inFlight.GetValueOrDefault(cut) + 1;
        }
        AssertEachCameOnce(channel, inFlight);
        AssertNoneCameAfterItsRecord(channel, recorded);
        await AssertAccountedForAsync(store, channel);
    }

    private static void AssertEachCameOnce(LocalChannel channel, Dictionary<string, int> inFlight)
    {
        var came = channel.Sent.GroupBy(NameOf).ToDictionary(static g => g.Key, static g => g.Count());
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

    // What bore the channel's id when the process died was not said again.
    private static void AssertNoneCameAfterItsRecord(LocalChannel channel, List<(int Calls, List<string> Notices)> recorded)
    {
        List<string> names = [.. channel.Sent.Select(NameOf)];
        Assert.All(recorded, at => Assert.Empty(names.Skip(at.Calls).Intersect(at.Notices)));
    }

    private static async Task AssertAccountedForAsync(SharedStore store, LocalChannel channel)
    {
        await using var db = store.CreateDbContext();
        var messages = await db.Outbox.AsNoTracking().ToListAsync();
        var deliveries = await db.Deliveries.AsNoTracking().ToListAsync();
        Assert.Equal(2 * Notices, deliveries.Count);
        Assert.Equal(2 * Suppressed, deliveries.Count(static d => d is { State: DeliveryState.Suppressed, Reason: "the work is done" }));
        Assert.Equal(2 * (Notices - Suppressed), deliveries.Count(static d => d is { State: DeliveryState.Delivered, Reason: "" }));
        // The id on record is one that the channel gave to this very notice.
        var posted = channel.Sent.ToLookup(NameOf);
        Assert.All(
            messages,
            message =>
                Assert.Equal(posted.Contains(message.Payload), message is { State: "Sent", SentActivityId: not null, LeasedBy: null })
        );
        Assert.All(
            messages.Where(static m => m.State == "Sent"),
            m => Assert.Contains($"{{\"id\":\"{m.SentActivityId}\"}}", posted[m.Payload].Select(static call => call.Answer))
        );
    }

    private static async Task AllSettledAsync(SharedStore store, CancellationToken cancellationToken)
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

    private static async Task<List<string>> LeasedByAsync(SharedStore store, int processId)
    {
        await using var db = store.CreateDbContext();
        var owner = $"/{processId}/";
        return await db
            .Outbox.Where(message => message.State == "Due" && message.LeasedBy != null && message.LeasedBy.Contains(owner))
            .Select(static message => message.Payload)
            .ToListAsync();
    }

    private static async Task<List<string>> RecordedAsync(SharedStore store)
    {
        await using var db = store.CreateDbContext();
        return await db.Outbox.Where(static m => m.SentActivityId != null).Select(static m => m.Payload).ToListAsync();
    }

    private static string NameOf(ConnectorCall call) => call.Body.GetProperty("summary").GetString()!;

    // A tenth of the calls.
    private static async Task<LocalChannel> FailingChannelAsync()
    {
        var channel = await LocalChannel.StartAsync();
        var random = new Random(7);
        channel.FailNext([
            .. Enumerable
                .Range(0, 20_000)
                .Select(_ =>
                    random.Next(70) switch
                    {
                        0 => ConnectorFault.Throttled(1),
                        1 => ConnectorFault.Throttled(),
                        2 => ConnectorFault.Refused(500),
                        3 => ConnectorFault.Refused(502),
                        4 => ConnectorFault.Slow(TimeSpan.FromMilliseconds(random.Next(50, 300))),
                        5 => ConnectorFault.DroppedBefore,
                        6 => ConnectorFault.DroppedAfter,
                        _ => ConnectorFault.None,
                    }
                ),
        ]);
        return channel;
    }

    private static Dictionary<string, string> Settings(LocalChannel channel, SharedStore store) =>
        new(store.Settings)
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
}
