using Bot.Delivery.Outgoing;
using Bot.Reminders.Actions;
using Bot.Reminders.Composing;
using Bot.Store.Contacts;
using Bot.Store.Notices;
using Bot.Store.Obligations;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Reminders;

/// <summary>Registers what can be done about obligations, and what their notices say.</summary>
internal static class ObligationActionServices
{
    public static IServiceCollection AddObligationActions(this IServiceCollection services) =>
        services
            .AddSingleton<ReminderTrails>()
            .AddSingleton(provider => new CaseViews(
                provider.GetRequiredService<ObligationCases>(),
                provider.GetRequiredService<ContactBook>(),
                provider.GetRequiredService<ReminderTrails>()
            ))
            .AddSingleton<Requests>()
            .AddSingleton(provider => new AskedReminders(
                provider.GetRequiredService<ContactBook>(),
                provider.GetRequiredService<NoticePreferences>(),
                provider.GetRequiredService<NoticeLedger>(),
                provider.GetRequiredService<ObligationChanges>(),
                provider.GetRequiredService<DispatchSignal>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new ClickedObligation(
                provider.GetRequiredService<CaseViews>(),
                provider.GetRequiredService<NoticeLedger>(),
                provider.GetRequiredService<ObligationChanges>(),
                provider.GetRequiredService<Requests>(),
                provider.GetRequiredService<DispatchSignal>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<IDeliveryComposer, ReminderComposer>()
            .AddSingleton<IDeliveryComposer, RequestComposer>()
            .AddSingleton<IDeliveryComposer, KeptCaseComposer>()
            .AddSingleton<IDeliveryComposer, DigestComposer>()
            .AddSingleton<IDeliveryComposer, WarningComposer>();
}
