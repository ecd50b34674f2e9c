using System.Text;
using Bot.Store;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Wire.Tests;

/// <summary>A store of its own for the bots of a test, into which the test looks too; it goes with it.</summary>
internal sealed class SharedStore : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;
    private readonly ServiceProvider _services;

    private SharedStore(string provider, string connection, string seed, DirectoryInfo? folder)
    {
        _folder = folder;
        Settings = new()
        {
            ["Store__Provider"] = provider,
            ["ConnectionStrings__Store"] = connection,
            ["Store__Seed"] = seed,
        };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                Settings.ToDictionary(static s => s.Key.Replace("__", ":", StringComparison.Ordinal), static s => (string?)s.Value)
            )
            .Build();
        _services = new ServiceCollection().AddIndicatorStore(configuration).BuildServiceProvider();
    }

    /// <summary>The settings by which a bot uses it.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>A file for <c>Sqlite</c>; for <c>Postgres</c> a database of the server that <c>BOT_TEST_POSTGRES</c> names, or the test is skipped.</summary>
    public static SharedStore Create(string provider, string seed = "article")
    {
        if (provider == "Sqlite")
        {
            var folder = Directory.CreateTempSubdirectory("bot-shared-");
            return new(provider, $"Data Source={Path.Combine(folder.FullName, "bot.db")}", seed, folder);
        }
        var server = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");
        Skip.If(server is null, "BOT_TEST_POSTGRES holds no connection string");
        return new(provider, $"{server};Database=bot_{Guid.NewGuid():n};Maximum Pool Size=20", seed, null);
    }

    public BotContext CreateDbContext() => _services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();

    /// <summary>Makes its tables, as a bot does that starts.</summary>
    public Task PrepareAsync() => StoreStart.PrepareAsync(_services);

    /// <summary>Imports tables given as text, by file name; all of them are taken.</summary>
    public async Task ImportAsync(params (string Name, string Csv)[] tables)
    {
        List<ImportFile> files = [.. tables.Select(static t => new ImportFile(t.Name, Encoding.UTF8.GetBytes(t.Csv)))];
        var report = await _services.GetRequiredService<TableImport>().RunAsync(files, "test", dryRun: false, CancellationToken.None);
        Assert.False(report.Refused, report.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
        {
            await using var db = CreateDbContext();
            await db.Database.EnsureDeletedAsync();
        }
        await _services.DisposeAsync();
        if (_folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
        }
    }
}
