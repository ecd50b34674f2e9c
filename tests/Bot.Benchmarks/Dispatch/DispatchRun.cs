using Bot.Delivery;
using Bot.Delivery.Outgoing;
using Bot.Store;
using Microsoft.EntityFrameworkCore;

namespace Bot.Benchmarks.Dispatch;

/// <summary>
/// Planned notices through the outbox without pacing, against a bare HttpClient loop that posts the same bodies to the same connector, in
/// turn in each round; the median of the ratios counts. Beside them the same loop with a row kept for each body.
/// </summary>
internal static class DispatchRun
{
    private const int Notices = 12_000;
    private const int WarmUp = 3;

    public static async Task<int> RunAsync(int rounds)
    {
        await using var sink = await BodySink.StartAsync();
        var ratios = new List<double>();
        for (var round = 0; round < rounds + WarmUp; round++)
        {
            var ours = await OutboxAsync(sink);
            List<byte[]> bodies = [.. sink.Bodies];
            sink.Clear();
            var bare = await BareLoop.PostAsync(bodies, sink.Url);
            sink.Clear();
            var booked = await BareLoop.PostAndBookAsync(bodies, sink.Url);
            // The first rounds are the compiler's.
            if (round >= WarmUp)
            {
                ratios.Add(ours.Rate / bare.Rate);
                Console.WriteLine(
                    $"round {round - WarmUp + 1}: outbox {ours}, bare loop {bare}, ratio {ours.Rate / bare.Rate:0.00}, of the processor's time {bare.Processor / ours.Processor:0.00}; bare loop with a row each {booked}, {booked.Rate / bare.Rate:0.00}"
                );
            }
        }
        ratios.Sort();
        Console.WriteLine($"median ratio {ratios[ratios.Count / 2]:0.00}");
        return 0;
    }

    private static async Task<Speed> OutboxAsync(BodySink sink)
    {
        var folder = Directory.CreateTempSubdirectory("bot-dispatch-").FullName;
        try
        {
            await using var app = Build(folder);
            await StoreStart.PrepareAsync(app.Services);
            await using (var db = app.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext())
            {
                await NoticePlan.WriteAsync(db, Notices, sink.Url);
            }
            string[] keys = [.. Enumerable.Range(0, Notices).Select(static n => $"n{n}")];
            sink.Clear();
            var clock = SpeedClock.Start();
            var settlement = await app.Services.GetRequiredService<NoticeDispatch>().SettleAsync(keys, TimeSpan.FromMinutes(2), default);
            return settlement.Sent == sink.Bodies.Count
                ? clock.Of(settlement.Sent)
                : throw new InvalidOperationException($"{settlement}, {sink.Bodies.Count}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:Store"] = $"Data Source={Path.Combine(folder, "bot.db")};Pooling=True",
                ["Store:Seed"] = "none",
                ["Delivery:Pace:ConversationPerSecond"] = "0",
                ["Delivery:Pace:ConversationPerTwoSeconds"] = "0",
                ["Delivery:Pace:ConversationPerHalfMinute"] = "0",
                ["Delivery:Pace:TenantPerSecond"] = "0",
                ["Delivery:Pace:OverallPerSecond"] = "0",
            }
        );
        builder.Services.AddIndicatorStore(builder.Configuration);
        builder.Services.AddActivities(builder.Configuration);
        builder.Services.AddDelivery();
        builder.Services.AddSingleton<TurnHandler>(static (_, _, _) => Task.FromResult(TurnReply.Nothing));
        builder.Services.AddSingleton<IDeliveryComposer, PlainComposer>();
        return builder.Build();
    }
}
