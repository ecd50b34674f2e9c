using Bot.Delivery.Outgoing;
using Bot.Reminders;
using Bot.Reminders.Digest;
using Bot.Reminders.Planning;
using Bot.Reminders.Policies;
using Bot.Reminders.Scheduling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers reminders.</summary>
public static class RemindersServices
{
    /// <summary>Planning, composing and the actions on obligations; the host adds store, delivery and <see cref="Bot.Reminders.Composing.CardContexts"/>.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<RemindersOptions>().BindConfiguration("Reminders");
        services.AddSingleton(provider => new ReminderPolicies(
            provider.GetRequiredService<IOptions<RemindersOptions>>(),
            provider.GetRequiredService<ILogger<ReminderPolicies>>()
        ));
        services.AddSingleton<QuietHours>().AddSingleton<QuietTime>(provider => provider.GetRequiredService<QuietHours>().Of);
        services.AddSingleton<OwedObligations>();
        services.AddSingleton<PlanningSources>();
        services.AddSingleton(provider => new ReminderPlanner(
            provider.GetRequiredService<PlanningSources>(),
            provider.GetRequiredService<ILogger<ReminderPlanner>>()
        ));
        services.AddSingleton(provider => new WeeklyDigest(provider.GetRequiredService<PlanningSources>()));
        services.AddSingleton<ReminderPreview>();
        services.AddSingleton<PassedHour>();
        services.AddHostedService<ReminderSchedule>();
        services.AddHostedService<PlanningWatchdog>();
        return services.AddObligationActions();
    }
}
