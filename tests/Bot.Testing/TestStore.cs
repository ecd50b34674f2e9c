using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;
using Bot.Store;
using Bot.Store.Catalogues;
using Bot.Store.Querying;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing;

/// <summary>The real store on a SQLite file or PostgreSQL database of its own, migrated and filled; it goes with it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-store-").FullName;

    private readonly bool _isPostgres;

    private TestStore(string seed, string? file, string? postgres)
    {
        _isPostgres = postgres is not null;
        File = file ?? Path.Combine(_folder, "bot.db");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Store:Provider"] = _isPostgres ? "Postgres" : "Sqlite",
                    ["ConnectionStrings:Store"] = _isPostgres
                        ? $"{postgres};Database=bot_test_{Guid.NewGuid():n};Maximum Pool Size=10"
                        : $"Data Source={File};Pooling=False",
                    ["Store:Seed"] = seed,
                    ["environment"] = "Development",
                }
            )
            .Build();
        Services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddIndicatorStore(configuration).BuildServiceProvider();
    }

    /// <summary>The day on which the store's clock stands: after the founding article, before the mergers.</summary>
    public static DateOnly Today { get; } = new(2023, 4, 3);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2023, 4, 3, 2, 0, 0, TimeSpan.Zero));

    public string File { get; }

    public ServiceProvider Services { get; }

    public Catalogue Catalogue => Services.GetRequiredService<CatalogueCache>().Current;

    public QueryEngine Engine => Services.GetRequiredService<QueryEngine>();

    /// <summary>A prepared store with that seed; on another store's file it is a second process, with a server's connection string it is there.</summary>
    public static async Task<TestStore> CreateAsync(string seed = "article", string? file = null, string? postgres = null)
    {
        var store = new TestStore(seed, file, postgres);
        await StoreStart.PrepareAsync(store.Services);
        return store;
    }

    /// <summary>Reads a canonical query and runs it.</summary>
    public async Task<Result> AskAsync(string query, QueryScope? scope = null)
    {
        if (!QueryText.TryRead(query, Catalogue, out var read, out var error))
        {
            throw new FormatException($"{query}: {error}");
        }

        return await Engine.RunAsync((StoreQuery)read, scope ?? new QueryScope(Today, null), CancellationToken.None);
    }

    /// <summary>Imports a table given as text.</summary>
    public Task<ImportReport> ImportAsync(string name, string csv, bool dryRun = false) =>
        ImportAsync([new ImportFile(name, System.Text.Encoding.UTF8.GetBytes(csv))], dryRun);

    public Task<ImportReport> ImportAsync(IReadOnlyList<ImportFile> files, bool dryRun = false) =>
        Services.GetRequiredService<TableImport>().RunAsync(files, "test", dryRun, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_isPostgres)
        {
            await using var db = Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();
            await db.Database.EnsureDeletedAsync();
        }

        await Services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
