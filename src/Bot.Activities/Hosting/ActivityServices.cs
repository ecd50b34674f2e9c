using Bot.Activities.Hosting;
using Bot.Activities.Inbound;
using Bot.Activities.Outbound;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Activity protocol.</summary>
public static class ActivityServices
{
    /// <summary>
    /// Key of the protocol's own <see cref="TimeProvider"/>: tokens expire and connectors ask to wait in real time, even where the host fixes
    /// today's date.
    /// </summary>
    public const string ClockKey = "Bot.Activities";

    /// <summary>The protocol's settings, inbound checks and <see cref="ConnectorClient"/>; the keys stand at the root of the configuration.</summary>
    public static IServiceCollection AddActivities(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ActivitiesOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ActivitiesOptions>, ActivitiesOptionsValidator>();
        services.TryAddKeyedSingleton(ClockKey, TimeProvider.System);
        services.AddSingleton<ActivityTransport>().AddSingleton<TokenSource>().AddSingleton<BotTokens>().AddSingleton<ConnectorCalls>();
        services.AddSingleton(static provider => new ConnectorClient(
            provider.GetRequiredService<ConnectorCalls>(),
            provider.GetRequiredService<IOptions<ActivitiesOptions>>()
        ));
        services.AddSingleton(static provider =>
            KeysOf(provider)(provider.GetRequiredService<IOptions<ActivitiesOptions>>().Value.BotAuthentication.OpenIdMetadata)
        );
        services.AddSingleton<ActivityTokenValidator>().AddSingleton<ActivityEndpoint>();
        services.AddSingleton(static provider => new PersonTokens(
            provider.GetRequiredService<IOptions<ActivitiesOptions>>(),
            provider.GetRequiredKeyedService<TimeProvider>(ClockKey),
            KeysOf(provider)
        ));
        services.AddSingleton<LoopbackOnly>();
        services.AddSingleton<IStartupFilter>(static provider => provider.GetRequiredService<LoopbackOnly>());
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<LoopbackOnly>());
        return services;
    }

    private static Func<string, OpenIdKeys> KeysOf(IServiceProvider provider) =>
        address =>
            new(
                provider.GetRequiredService<ActivityTransport>(),
                address,
                provider.GetRequiredKeyedService<TimeProvider>(ClockKey),
                provider.GetRequiredService<ILogger<OpenIdKeys>>()
            );
}
