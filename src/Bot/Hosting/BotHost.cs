using Bot.Activities;
using Bot.Asking;
using Bot.CardActions;
using Bot.Charts;
using Bot.Chat;
using Bot.Clocks;
using Bot.Delivery;
using Bot.Delivery.Incoming;
using Bot.Delivery.Outgoing;
using Bot.Documents;
using Bot.HealthChecks;
using Bot.Lists;
using Bot.Models;
using Bot.Reminders.Composing;
using Bot.Store.Catalogues;
using Bot.Store.Facts;
using Bot.Tab;
using Bot.Teams;
using Bot.Telemetry;
using Bot.Turns;
using Bot.Understanding.Questions;
using Bot.WebChat;
using Microsoft.Extensions.Configuration.Json;

namespace Bot.Hosting;

/// <summary>The wiring: every room registered, every route mapped, no rules.</summary>
internal static class BotHost
{
    private const string DefaultAddress = "http://localhost:3978";
    private const string WorkplaceSettings = "appsettings.Development.json";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Slim: without IIS, HTTP/3 and what else this server never is. Settings are read once: watching for changes would put a watch on
        // every folder below the one where the user stands.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
                EnvironmentName = EnvironmentOf(args),
            }
        );
        builder.WebHost.UseKestrelHttpsConfiguration();
        // The program's own settings lie beside it; a file in the folder where the user stands, and the environment, override them.
        builder.Configuration.Sources.Insert(0, Settings("appsettings.json"));
        if (builder.Environment.IsDevelopment())
        {
            builder.Configuration.Sources.Insert(1, Settings(WorkplaceSettings));
        }

        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["Kestrel:Endpoints"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        // A turn goes on where its bytes arrived, on the pool's own threads: a tenth more turns than by handing each over twice.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.AddClock();
        builder.AddTelemetry();
        builder.AddLanguageModel();
        builder.Services.AddIndicatorStore(builder.Configuration);
        builder.Services.AddActivities(builder.Configuration);
        builder.Services.AddDelivery();
        builder.Services.AddReminders();
        builder.Services.AddSingleton<QuestionReader>().AddSingleton<KnownReadings>();
        builder.Services.AddSingleton(services => new SecondReader(
            services.GetRequiredService<QuestionReader>(),
            services.GetRequiredService<ModelReadings>(),
            services.GetRequiredService<ModelGate>().For
        ));
        builder.Services.AddSingleton(services => new DocumentReading(
            services.GetRequiredService<CatalogueCache>(),
            services.GetRequiredService<FactLedger>(),
            services.GetRequiredService<ModelGate>().For
        ));
        builder.Services.AddSingleton<ChartKey>().AddSingleton<CardAddresses>();
        builder.Services.AddSingleton<Assistant>();
        builder
            .Services.AddSingleton<TurnRouter>()
            .AddSingleton<MessageTurn>()
            .AddSingleton<InvokeTurn>()
            .AddSingleton<MembershipTurn>()
            .AddSingleton<FailedTurn>()
            .AddSingleton<DialogueBook>()
            .AddSingleton<QuestionBook>();
        builder.Services.AddSingleton<CardContexts>(services =>
            (language, notice) =>
                services.GetRequiredService<Assistant>().Context(language, Sender.SurfaceOf(notice.ChannelId, notice.ServiceUrl))
        );
        builder.Services.AddWishes();
        builder.Services.AddTab();
        builder
            .Services.AddSingleton<VerbRouter>()
            .AddSingleton<ObligationActions>()
            .AddSingleton<FactActions>()
            .AddSingleton(new DirectLineFiles(TimeProvider.System))
            .AddSingleton<SentFiles>()
            .AddSingleton<SentDocuments>()
            .AddSingleton<ChannelActions>()
            .AddSingleton<ContactActions>()
            .AddSingleton<QueryActions>()
            .AddSingleton<FeedbackActions>()
            .AddSingleton<LearningActions>();
        builder
            .Services.AddSingleton<SearchBox>()
            .AddSingleton<MessageExtract>()
            .AddSingleton<RefusedAttempts>()
            .AddSingleton<RefusedStrangers>()
            .AddSingleton<RefusedActivityHandler>(services =>
                (activity, tenant, reason) =>
                    services.GetRequiredService<RefusedStrangers>().NoteAsync(tenant, activity.From?.AadObjectId, activity.Type, reason)
            )
            .AddSingleton<IDeliveryComposer, PrivateAnswerComposer>();
        builder.Services.AddSingleton<TurnHandler>(services => services.GetRequiredService<TurnRouter>().HandleAsync);
        builder.Services.AddSingleton<GivenUpTurn>(services => services.GetRequiredService<FailedTurn>().GivenUp);
        builder.Services.AddSingleton<ActivityHandler>(services => services.GetRequiredService<ActivityInbox>().AcceptAsync);
        return builder;
    }

    /// <summary>Maps every route; whether the chat page is among them.</summary>
    public static bool MapBot(this WebApplication app)
    {
        var handler = app.Services.GetRequiredService<ActivityHandler>();
        app.MapActivities(handler);
        app.MapReadiness();
        app.MapCharts();
        app.MapLists();
        app.MapAbout();
        app.MapTab();
        return app.MapWebChat(handler);
    }

    /// <summary>What is printed once the server listens.</summary>
    public static string Greeting(bool page, string address) =>
        page ? $"Chat page: {address}/   Bot endpoint: {address}/api/messages" : $"Bot endpoint: {address}/api/messages";

    // A published program runs in Production unless told otherwise. A build output of a checkout is somebody's workplace.
    private static string? EnvironmentOf(string[] args)
    {
        var given = new ConfigurationBuilder()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddCommandLine(args)
            .Build()[HostDefaults.EnvironmentKey];
        return string.IsNullOrEmpty(given) && File.Exists(Beside(WorkplaceSettings)) ? Environments.Development : null;
    }

    private static JsonConfigurationSource Settings(string file)
    {
        var source = new JsonConfigurationSource { Path = Beside(file), Optional = true };
        source.ResolveFileProvider();
        return source;
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
