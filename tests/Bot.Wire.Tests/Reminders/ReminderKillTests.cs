using Bot.Indicators.Obligations;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;
using static Bot.Wire.Tests.Reminders.OwingCity;

namespace Bot.Wire.Tests.Reminders;

/// <summary>
/// The guarantee of docs/delivery.md for reminders as the bot plans and composes them, held against SIGKILL and a channel that fails a tenth of
/// the calls. Half of them is planned while the others go out, and some of the work is done meanwhile.
/// </summary>
public sealed class ReminderKillTests : IDisposable
{
    private const int Kills = 20;
    private const int MoreIsOwedAt = 7;
    private const int SomeIsDoneAt = MoreIsOwedAt + 1;
    private const int Done = 40;
    private const int MostInFlight = 32;

    private readonly string _policy = Path.GetTempFileName();
    private readonly Random _random = new(11);

    // How often each reminder was in flight when its process was killed, or its connection was cut.
    private readonly Dictionary<string, int> _inFlight = [];
    private readonly List<(int Calls, List<string> Names)> _recorded = [];
    private int _callsBeforeDone;

    public void Dispose() => File.Delete(_policy);

    [SkippableTheory]
    [InlineData("Sqlite", 1)]
    [InlineData("Postgres", 2)]
    public async Task No_reminder_is_lost_and_only_what_was_in_flight_may_come_twice(string provider, int instances)
    {
        await File.WriteAllTextAsync(_policy, Policy);
        await using var store = SharedStore.Create(provider, seed: "none");
        await using var channel = await FailingChannelAsync();
        var settings = Settings(channel, store);
        await store.PrepareAsync();
        await store.ImportAsync(Tables);
        await store.ImportAsync(Owed(PlanA));
        List<BotProcess> bots = [];
        try
        {
            while (bots.Count < instances)
            {
                bots.Add(await BotProcess.StartAsync(settings));
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
        foreach (var (name, _) in Carried(channel).Where(static reminder => reminder.Call.Cut))
        {
            _inFlight[name] = _inFlight.GetValueOrDefault(name) + 1;
        }
        await AssertEachCameOnceAsync(channel, store);
        AssertNoneCameAfterItsRecord(channel);
    }

    private async Task PlayAsync(LocalChannel channel, List<BotProcess> bots, SharedStore store)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Spread over the whole run by what the channel took, and then at a moment that nobody chose.
            while (channel.Sent.Count() < (2 * Units - Done) * kill / (Kills + 1))
            {
                await Task.Delay(2, limit.Token);
            }
            await Task.Delay(TimeSpan.FromMicroseconds(_random.Next(5_000)), limit.Token);
            if (kill == SomeIsDoneAt)
            {
                await AllPlannedAsync(store, limit.Token);
            }
            // All of them where more is owed or done, so that some of what is done is still to be said then, however busy the machine is.
            List<BotProcess> down = kill is MoreIsOwedAt or SomeIsDoneAt ? bots : [bots[kill % bots.Count]];
            foreach (var bot in down)
            {
                var owner = bot.ProcessId;
                await bot.KillAsync();
                await LookAsync(channel, store, owner);
            }
            if (kill == MoreIsOwedAt)
            {
                await store.ImportAsync(Owed(PlanB));
            }
            else if (kill == SomeIsDoneAt)
            {
                _callsBeforeDone = channel.Sent.Count();
                await store.ImportAsync(Owed(PlanB, "issued", Units - Done + 1));
            }
            await Task.WhenAll(down.Select(static bot => bot.StartAgainAsync()));
        }
        await AllSettledAsync(store, limit.Token);
    }

    // At once: the other instance takes over what the dead one had leased.
    private async Task LookAsync(LocalChannel channel, SharedStore store, int killed)
    {
        await using var db = store.CreateDbContext();
        var owner = $"/{killed}/";
        var leased = await db
            .Outbox.Where(message => message.State == "Due" && message.LeasedBy != null && message.LeasedBy.Contains(owner))
            .Select(static message => new { message.Payload, IsNew = message.Updates == null })
            .ToListAsync();
        Assert.InRange(leased.Count, 0, MostInFlight);
        foreach (var name in leased.Where(static message => message.IsNew).Select(static message => NameIn(message.Payload)))
        {
            _inFlight[name] = _inFlight.GetValueOrDefault(name) + 1;
        }
        var known = await db
            .Outbox.Where(static m => m.SentActivityId != null && m.Updates == null)
            .Select(static m => m.Payload)
            .ToListAsync();
        _recorded.Add((channel.Sent.Count(), known.ConvertAll(NameIn)));
    }

    private static async Task AllPlannedAsync(SharedStore store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        while (await db.Outbox.CountAsync(static message => message.Updates == null, cancellationToken) < 2 * Units)
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    private static async Task AllSettledAsync(SharedStore store, CancellationToken cancellationToken)
    {
        // What is still due at the limit is what the assertions show.
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var db = store.CreateDbContext();
            if (
                await db.Outbox.CountAsync(static message => message.Updates == null, CancellationToken.None) == 2 * Units
                && !await db.Outbox.AnyAsync(static message => message.State == "Due", CancellationToken.None)
            )
            {
                return;
            }
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private async Task AssertEachCameOnceAsync(LocalChannel channel, SharedStore store)
    {
        await using var db = store.CreateDbContext();
        var messages = (await db.Outbox.AsNoTracking().Where(static message => message.Updates == null).ToListAsync()).ToDictionary(
            static message => NameIn(message.Payload)
        );
        var deliveries = (await db.Deliveries.AsNoTracking().ToListAsync()).ToDictionary(static delivery => delivery.OutboxId!.Value);
        var came = Carried(channel).ToLookup(static reminder => reminder.Name, static reminder => reminder.Call);
        List<string> all = [.. Enumerable.Range(1, Units).SelectMany(static n => (string[])[Name(n, PlanA), Name(n, PlanB)])];
        HashSet<string> done = [.. Enumerable.Range(Units - Done + 1, Done).Select(static n => Name(n, PlanB))];
        Assert.Equal(all.Order(), messages.Keys.Order());
        Assert.Equal(2 * Units, deliveries.Count);
        foreach (var name in all)
        {
            var (message, delivery) = (messages[name], deliveries[messages[name].Id]);
            if (came.Contains(name))
            {
                Assert.InRange(came[name].Count() - 1, 0, _inFlight.GetValueOrDefault(name));
                Assert.Equal((DeliveryState.Delivered, ""), (delivery.State, delivery.Reason));
                // The id on record is one that the channel gave to this very reminder.
                Assert.True(message is { State: "Sent", LeasedBy: null });
                Assert.Contains($"{{\"id\":\"{message.SentActivityId}\"}}", came[name].Select(static call => call.Answer));
            }
            else
            {
                Assert.Contains(name, done);
                Assert.Equal((DeliveryState.Suppressed, "done meanwhile"), (delivery.State, delivery.Reason));
                Assert.Equal("Suppressed", message.State);
            }
        }
        Assert.Contains(done, name => !came.Contains(name));
        // Each card that was posted before the work was done shows it now.
        var replacing = await db.Outbox.AsNoTracking().Where(static message => message.Updates != null).ToListAsync();
        Assert.Equal(done.Order(), replacing.Select(static message => NameIn(message.Payload)).Order());
        Assert.All(replacing, message => Assert.Equal(came.Contains(NameIn(message.Payload)) ? "Sent" : "Suppressed", message.State));
        var shown = channel
            .Calls.Where(static call => call.Kind == "update")
            .ToLookup(static call => call.ActivityId!, static call => call.Body.GetRawText());
        Assert.All(
            replacing.Where(static message => message.State == "Sent").Select(static message => NameIn(message.Payload)),
            name => Assert.Contains(IssuedNumber, shown[messages[name].SentActivityId!].Last(), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Carried(channel).Skip(_callsBeforeDone).Select(static r => r.Name), done.Contains);
    }

    // What bore the channel's id when the process died was not said again.
    private void AssertNoneCameAfterItsRecord(LocalChannel channel)
    {
        List<string> names = Carried(channel).ConvertAll(static reminder => reminder.Name);
        Assert.All(_recorded, at => Assert.Empty(names.Skip(at.Calls).Intersect(at.Names)));
    }

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

    private Dictionary<string, string> Settings(LocalChannel channel, SharedStore store)
    {
        Dictionary<string, string> settings = new(store.Settings)
        {
            ["Clock__Today"] = "2023-04-03",
            ["Reminders__Cron"] = "* * * * * ?",
            ["Reminders__Ladders"] = _policy,
            ["Teams__ServiceUrl"] = channel.ServiceUrl,
            ["Teams__TenantId"] = "11111111-2222-3333-4444-555555555555",
            ["Delivery__FirstBackoff"] = "00:00:00.200",
        };
        foreach (
            var pace in (string[])
                ["ConversationPerSecond", "ConversationPerTwoSeconds", "ConversationPerHalfMinute", "TenantPerSecond", "OverallPerSecond"]
        )
        {
            settings[$"Delivery__Pace__{pace}"] = "0";
        }
        return settings;
    }
}
