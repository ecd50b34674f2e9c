using Bot.Delivery.Outgoing;
using Bot.Reminders.Actions;
using Bot.Reminders.Composing;
using Bot.Store.Contacts;
using Bot.Store.Obligations;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers reminders.</summary>
public static class RemindersServices
{
    /// <summary>Planning, composing and the actions on obligations; the host adds store, delivery and <see cref="CardContexts"/>.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services) => services.AddActions().AddComposers();

    private static IServiceCollection AddActions(this IServiceCollection services) =>
        services
            .AddSingleton<CaseViews>()
            .AddSingleton<Requests>()
            .AddSingleton(provider => new AskedReminders(
                provider.GetRequiredService<ContactBook>(),
                provider.GetRequiredService<ObligationChanges>(),
                provider.GetRequiredService<DispatchSignal>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new ClickedObligation(
                provider.GetRequiredService<CaseViews>(),
                provider.GetRequiredService<ObligationChanges>(),
                provider.GetRequiredService<Requests>(),
                provider.GetRequiredService<DispatchSignal>(),
                provider.GetRequiredService<TimeProvider>()
            ));

    private static IServiceCollection AddComposers(this IServiceCollection services) =>
        services
            .AddSingleton<IDeliveryComposer, ReminderComposer>()
            .AddSingleton<IDeliveryComposer, RequestComposer>()
            .AddSingleton<IDeliveryComposer, WarningComposer>();
}
