using Bot.Store.Contacts;
using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>Registers the way to the language model; it costs nothing while none is configured.</summary>
internal static class ModelRegistration
{
    public static void AddLanguageModel(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ModelOptions>().Bind(builder.Configuration.GetSection(ModelOptions.Section)).ValidateOnStart();
        builder
            .Services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsRules>()
            .AddSingleton(new ModelLimits())
            .AddSingleton(services => new RedisLink(
                builder.Configuration.GetConnectionString("Redis"),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<RedisLink>>()
            ))
            .AddSingleton<TokenBudget>()
            .AddSingleton<ModelMeters>()
            .AddSingleton(services => new Redaction(() => services.GetRequiredService<ContactBook>().All))
            .AddSingleton<ModelGate>()
            .AddSingleton<ModelReadings>();
    }
}
