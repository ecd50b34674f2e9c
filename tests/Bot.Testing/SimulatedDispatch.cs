using System.Globalization;
using System.Text;
using Bot.Activities;
using Bot.Delivery;
using Bot.Delivery.Outgoing;
using Bot.Delivery.Recipients;
using Bot.Store;
using Bot.Store.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Testing;

/// <summary>
/// The whole way of planned notices in simulated time: rows of a real store, leases, composing, the pace with the limits that ship, a
/// connector that takes a while, booking.
/// </summary>
public static class SimulatedDispatch
{
    private static readonly TimeSpan ConnectorTakes = TimeSpan.FromMilliseconds(80);

    /// <summary>When each of the notices reached the connector, from the start of the dispatcher on.</summary>
    /// <param name="conversations">How many conversations there are.</param>
    /// <param name="each">How many notices wait in each of them.</param>
    /// <param name="length">How long the dispatcher runs.</param>
    public static async Task<IReadOnlyList<TimeSpan>> RunAsync(int conversations, int each, TimeSpan length)
    {
        var folder = Directory.CreateTempSubdirectory("bot-simulated-").FullName;
        try
        {
            var time = new SimulatedTime();
            List<TimeSpan> sent = [];
            var start = time.Clock.GetTimestamp();
            await using var services = Services(
                time,
                folder,
                async _ =>
                {
                    sent.Add(time.Clock.GetElapsedTime(start));
                    await Task.Delay(ConnectorTakes, time.Clock);
                    return string.Create(CultureInfo.InvariantCulture, $"r{sent.Count}");
                }
            );
            await StoreStart.PrepareAsync(services);
            await PlanAsync(services, conversations, each);
            using var stop = new CancellationTokenSource(length, time.Clock);
            time.Run(() => services.GetRequiredService<Dispatcher>().RunUnlessRunningAsync(stop.Token));
            return sent;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Services(SimulatedTime time, string folder, Func<Activity, Task<string?>> post)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["ConnectionStrings:Store"] = $"Data Source={Path.Combine(folder, "bot.db")};Pooling=False",
                    ["Store:Seed"] = "none",
                }
            )
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        services.AddIndicatorStore(configuration);
        services.AddActivities(configuration);
        services.AddSingleton<ReplyPost>((activity, _) => post(activity));
        services.AddSingleton(
            new NoticePost(
                (activity, _) => post(activity),
                (activity, _, _) => post(activity),
                (_, _, _) => throw new NotSupportedException()
            )
        );
        services.AddSingleton(new DeliveryClock(time.Clock, Options.Create(new DeliveryOptions())));
        services.AddDelivery();
        services.AddSingleton<TurnHandler>(static (_, _, _) => Task.FromResult(TurnReply.Nothing));
        services.AddSingleton<IDeliveryComposer, OneCard>();
        return services.BuildServiceProvider();
    }

    private static async Task PlanAsync(ServiceProvider services, int conversations, int each)
    {
        var references = services.GetRequiredService<ConversationReferences>();
        for (var n = 0; n < conversations; n++)
        {
            await references.SeeAsync(Wrote(n), default);
        }
        var now = TimeProvider.System.GetUtcNow();
        var day = new DateOnly(2023, 4, 3);
        var planned = await services
            .GetRequiredService<NoticeLedger>()
            .TryPlanAsync(
                new()
                {
                    Plan = "simulated",
                    Day = day,
                    At = now,
                    Notices =
                    [
                        .. Enumerable
                            .Range(0, conversations * each)
                            .Select(n => new PlannedNotice
                            {
                                Key = $"n{n}",
                                Kind = OneCard.KindOfNotice,
                                Recipient = $"conversation:{ConversationReferences.KeyOf("msteams", $"c{n % conversations}")}",
                                Payload = $"n{n}",
                                DueAt = now,
                                Intended = [new($"n{n}/1", "o", "s", day)],
                            }),
                    ],
                },
                default
            );
        if (!planned)
        {
            throw new InvalidOperationException("The notices could not be planned.");
        }
    }

    private static Activity Wrote(int conversation) =>
        new()
        {
            Type = ActivityTypes.Message,
            ChannelId = "msteams",
            ServiceUrl = "https://smba.trafficmanager.net/teams/",
            Conversation = new()
            {
                Id = $"c{conversation}",
                ConversationType = "personal",
                TenantId = "t",
            },
            From = new() { Id = $"29:{conversation}", AadObjectId = new Guid(conversation, 0, 0, new byte[8]).ToString() },
        };

    private sealed class OneCard : IDeliveryComposer
    {
        public const string KindOfNotice = "simulated";

        private static readonly byte[] Card = Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard","version":"1.5","body":[]}""");

        public string Kind => KindOfNotice;

        public ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken) =>
            ValueTask.FromResult<Composition>(new Composition.Send(Card, notice.Payload));
    }
}
