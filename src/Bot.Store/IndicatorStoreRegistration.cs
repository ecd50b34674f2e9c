using Bot.Store;
using Bot.Store.Audit;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Dialogues;
using Bot.Store.Facts;
using Bot.Store.Learning;
using Bot.Store.Notices;
using Bot.Store.Obligations;
using Bot.Store.Querying;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the indicator store.</summary>
public static class IndicatorStoreRegistration
{
    /// <summary>
    /// Adds the store. Call <see cref="StoreStart.PrepareAsync"/> before the first question. The keys are those of the contract,
    /// section 2; <c>contentRoot</c> and <c>environment</c> are the host's own.
    /// </summary>
    public static IServiceCollection AddIndicatorStore(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<StoreOptions>()
            .Configure(options =>
            {
                options.Provider = configuration["Store:Provider"] ?? options.Provider;
                options.Seed = configuration["Store:Seed"] ?? options.Seed;
                options.ConnectionString = configuration["ConnectionStrings:Store"] ?? "";
                options.FirstAdmin = configuration["Contacts:FirstAdmin"]?.Trim() ?? "";
                options.Samples = string.Equals(configuration["environment"], "Development", StringComparison.OrdinalIgnoreCase);
                if (options.ConnectionString.Length == 0 && !options.IsPostgres)
                {
                    var root = configuration["contentRoot"] ?? AppContext.BaseDirectory;
                    options.ConnectionString = $"Data Source={Path.Combine(root, "App_Data", "bot.db")}";
                }
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<IDbContextFactory<BotContext>, BotContexts>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext());
        services.AddSingleton<StoreVersion>();
        services.AddSingleton<StoreCache>();
        services.AddSingleton<Migrating>();
        services.AddSingleton<Seeding>();
        services.AddSingleton(provider => new TableImport(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<StoreVersion>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new CatalogueCache(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<StoreVersion>(),
            provider.GetRequiredService<StoreCache>()
        ));
        services.AddSingleton(provider => new ContactBook(
            provider.GetRequiredService<CatalogueCache>(),
            provider.GetRequiredService<IOptions<StoreOptions>>().Value.FirstAdmin
        ));
        services.AddSingleton(provider => new ContactChanges(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<StoreVersion>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<FactLoader>();
        services.AddSingleton(provider => new QueryEngine(
            provider.GetRequiredService<CatalogueCache>(),
            provider.GetRequiredService<FactLoader>(),
            provider.GetRequiredService<StoreCache>()
        ));
        services.AddSingleton(provider => new ObligationCases(
            provider.GetRequiredService<CatalogueCache>(),
            provider.GetRequiredService<FactLoader>(),
            provider.GetRequiredService<StoreVersion>(),
            provider.GetRequiredService<IDbContextFactory<BotContext>>()
        ));
        services.AddSingleton(provider => new ObligationChanges(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<StoreVersion>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new FactLedger(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<CatalogueCache>(),
            provider.GetRequiredService<StoreVersion>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new AuditLog(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new KeptCards(provider.GetRequiredService<IDbContextFactory<BotContext>>()));
        services.AddSingleton(provider => new NoticeLedger(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<StoreVersion>()
        ));
        services.AddSingleton(provider => new InspectionChannels(provider.GetRequiredService<IDbContextFactory<BotContext>>()));
        services.AddSingleton(provider => new NoticePreferences(provider.GetRequiredService<IDbContextFactory<BotContext>>()));
        services.AddSingleton(provider => new TableExport(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<NoticeLedger>()
        ));
        services.AddSingleton(provider => new DialogueRows(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<IOptions<StoreOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<DialogueRows>>() ?? NullLogger<DialogueRows>.Instance
        ));
        services.AddSingleton(provider => new AliasBook(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<StoreVersion>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new QuestionNotes(
            provider.GetRequiredService<IDbContextFactory<BotContext>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<QuestionNotes>>() ?? NullLogger<QuestionNotes>.Instance
        ));
        return services;
    }
}
