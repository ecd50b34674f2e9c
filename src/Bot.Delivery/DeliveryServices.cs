using Bot.Activities.Outbound;
using Bot.Delivery;
using Bot.Delivery.Incoming;
using Bot.Delivery.Outgoing;
using Bot.Delivery.Pacing;
using Bot.Delivery.Recipients;
using Bot.Delivery.Recovery;
using Bot.Store;
using Bot.Store.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers delivery.</summary>
public static class DeliveryServices
{
    /// <summary>
    /// <see cref="ActivityInbox"/> and what stands behind it. The host adds the <see cref="TurnHandler"/> and the <see cref="GivenUpTurn"/>,
    /// the connector client and the store, whose tables must be there before hosted services start.
    /// </summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration("Delivery");
        services.TryAddSingleton<ReplyPost>(static provider => provider.GetRequiredService<ConnectorClient>().SendAsync);
        services.TryAddSingleton(static provider => NoticePost.Through(provider.GetRequiredService<ConnectorClient>().Once));
        services.TryAddSingleton(static provider => new DeliveryClock(
            TimeProvider.System,
            provider.GetRequiredService<IOptions<DeliveryOptions>>()
        ));
        services.TryAddSingleton<QuietTime>(static (_, _) => TimeSpan.Zero);
        services.AddSingleton<ConversationTurns>().AddSingleton<TurnRunner>();
        services.AddSingleton(static provider => new RunningTurns(provider.GetRequiredService<IOptions<DeliveryOptions>>().Value.MaxTurns));
        services.AddSingleton<AnsweredActivities>().AddSingleton<OtherInstances>().AddSingleton<DeliveryRows>().AddSingleton<SlowTurns>();
        services
            .AddSingleton<LeaseOwner>()
            .AddSingleton<OutboxRows>()
            .AddSingleton<OutboxStatements>()
            .AddSingleton<WaitingHeads>()
            .AddSingleton<KeptReplies>()
            .AddSingleton<Replies>();
        services.AddSingleton(static _ => new OutboxQueue(new OutboxBacklog(), new DispatchSignal()));
        services.AddSingleton(static provider => provider.GetRequiredService<OutboxQueue>().Signal);
        services.AddSingleton(static provider => new NoticeDispatch(
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<OutboxRows>(),
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<DeliveryClock>()
        ));
        services.AddSingleton<RestoreOutbox>().AddSingleton<ResumeTurns>();
        services.AddSingleton(static provider => new ActivityInbox(
            provider.GetRequiredService<TurnRunner>(),
            provider.GetRequiredService<RunningTurns>(),
            provider.GetRequiredService<AnsweredActivities>(),
            provider.GetRequiredService<OtherInstances>(),
            provider.GetRequiredService<DeliveryClock>(),
            provider.GetRequiredService<ILogger<ActivityInbox>>()
        ));
        // Stopped in the opposite order: the answered ids are written last.
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<AnsweredActivities>());
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<KeptReplies>());
        services.AddHostedService<DrainOnStart>();
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<OtherInstances>());
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<SlowTurns>());
        services.AddSingleton<ConnectorPace>().AddSingleton<Bookings>().AddSingleton<NoticeSender>().AddSingleton<ReplySender>();
        services.AddSingleton<RecipientWays>().AddSingleton<NewConversations>();
        services.AddSingleton(static provider => new ConversationReferences(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<ContactBook>(),
            provider.GetRequiredService<DeadLetters>(),
            provider.GetRequiredService<DeliveryClock>(),
            provider.GetRequiredService<ILogger<ConversationReferences>>()
        ));
        services.AddSingleton(static provider => new DeadLetters(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<OutboxQueue>(),
            provider.GetRequiredService<DeliveryClock>()
        ));
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<Dispatcher>());
        services.AddHostedService<TakeOver>();
        services.AddHostedService<FinishOnStop>();
        return services;
    }
}
