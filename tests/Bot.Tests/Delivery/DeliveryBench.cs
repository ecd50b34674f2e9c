using Bot.Activities;
using Bot.Delivery;
using Bot.Delivery.Incoming;
using Bot.Delivery.Outgoing;
using Bot.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Delivery;

/// <summary>Delivery as the host wires it, on a real SQLite file, with a connector and a turn that the test scripts.</summary>
internal sealed class DeliveryBench : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-delivery-");
    private readonly List<ServiceProvider> _processes = [];
    private List<IHostedService> _hosted = [];

    public DeliveryBench()
    {
        var file = Path.Combine(_folder.FullName, "bot.db");
        (Store, Settings["ConnectionStrings:Store"]) = (new SqliteFile(file), $"Data Source={file}");
    }

    public SqliteFile Store { get; }

    public ScriptedConnector Connector { get; } = new();

    /// <summary>Composes notices of the kind <c>test</c>.</summary>
    public ScriptedComposer Composer { get; } = new();

    /// <summary>Settings of the host, for instance where conversations are created.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>The time of delivery.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>When nobody is to be written to; by default never.</summary>
    public QuietTime Quiet { get; set; } = static (_, _) => TimeSpan.Zero;

    /// <summary>What the bot says; by default the text given back.</summary>
    public TurnHandler Turn { get; set; } = (activity, _, _) => Task.FromResult(Echo(activity));

    public DeliveryOptions Options { get; } =
        new()
        {
            SlowAfter = TimeSpan.FromSeconds(30),
            TypingAfter = TimeSpan.FromSeconds(30),
            SweepEvery = TimeSpan.FromMilliseconds(10),
            FirstBackoff = TimeSpan.FromMilliseconds(20),
            MaxBackoff = TimeSpan.FromMilliseconds(100),
            ShutdownLimit = TimeSpan.FromMilliseconds(100),
        };

    public ActivityInbox Inbox => Part<ActivityInbox>();

    public static async Task<DeliveryBench> StartAsync(Action<DeliveryBench>? arrange = null)
    {
        var bench = new DeliveryBench();
        arrange?.Invoke(bench);
        await using (var db = bench.Store.CreateDbContext())
        {
            await db.Database.EnsureCreatedAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        }
        await bench.StartProcessAsync();
        return bench;
    }

    public static TurnReply Echo(Activity activity)
    {
        var reply = activity.CreateReply();
        reply.Text = activity.Text;
        return new(reply);
    }

    /// <summary>What is said in place of the answer to a question that is not run again.</summary>
    public static Activity Sorry(Activity activity)
    {
        var reply = activity.CreateReply();
        reply.Text = $"sorry, {activity.Text}";
        return reply;
    }

    public static Activity Message(string conversation, string? id, string? text = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Id = id,
            ChannelId = "msteams",
            ServiceUrl = "https://smba.trafficmanager.net/teams/",
            Conversation = new() { Id = conversation },
            From = new() { Id = "29:user" },
            Recipient = new() { Id = "28:bot" },
            Text = text ?? id,
        };

    public static Activity Invoke(string conversation, string id) =>
        Message(conversation, id) with
        {
            Type = ActivityTypes.Invoke,
            Name = "adaptiveCard/action",
        };

    public T Part<T>()
        where T : notnull => _processes[^1].GetRequiredService<T>();

    /// <summary>Status of the answer to the channel.</summary>
    public async Task<int> SendAsync(Activity activity) =>
        (await Inbox.AcceptAsync(activity).WaitAsync(TimeSpan.FromSeconds(10)))?.Status ?? 0;

    public async Task StopAsync()
    {
        foreach (var stopping in _hosted.OfType<IHostedLifecycleService>())
        {
            await stopping.StoppingAsync(default);
        }
        foreach (var hosted in Enumerable.Reverse(_hosted))
        {
            await hosted.StopAsync(default);
        }
        _hosted = [];
    }

    /// <summary>A new process on the same store. Without a stop before, the old one counts as killed: its turns must never end.</summary>
    public async Task StartProcessAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddIndicatorStore(configuration);
        services.AddActivities(configuration);
        services.AddSingleton<IDbContextFactory<BotContext>>(Store);
        services.AddSingleton<TurnHandler>((activity, progress, stop) => Turn(activity, progress, stop));
        services.AddSingleton<GivenUpTurn>(static activity => Sorry(activity));
        services.AddSingleton<ReplyPost>(Connector.PostAsync);
        services.AddSingleton(new NoticePost(Connector.PostAsync, Connector.UpdateAsync, Connector.CreateAsync));
        services.AddSingleton<IDeliveryComposer>(Composer);
        services.AddSingleton(_ => new DeliveryClock(Clock, Microsoft.Extensions.Options.Options.Create(Options)));
        services.AddSingleton<QuietTime>((kind, dueAgo) => Quiet(kind, dueAgo));
        services.AddDelivery();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(Options));
        var process = services.BuildServiceProvider();
        _processes.Add(process);
        _hosted =
        [
            .. process.GetServices<IHostedService>().Where(static hosted => hosted.GetType().Assembly == typeof(Dispatcher).Assembly),
        ];
        foreach (var hosted in _hosted)
        {
            await hosted.StartAsync(default);
        }
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartProcessAsync();
    }

    public static async Task UntilAsync(Func<bool> condition, string what) => await UntilAsync(() => Task.FromResult(condition()), what);

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, $"Waited in vain until {what}");
            await Task.Delay(5, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

/// <summary>Contexts on one file.</summary>
internal sealed class SqliteFile(string path) : IDbContextFactory<BotContext>
{
    private readonly DbContextOptions<SqliteBotContext> _options = new DbContextOptionsBuilder<SqliteBotContext>()
        .UseSqlite($"Data Source={path}")
        .Options;

    public BotContext CreateDbContext() => new SqliteBotContext(_options);
}
