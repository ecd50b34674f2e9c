using Bot.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Wire.Tests;

/// <summary>A store of its own for the bots of a test, into which the test looks too; it goes with it.</summary>
internal sealed class SharedStore : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;
    private readonly IDbContextFactory<BotContext> _contexts;

    private SharedStore(string provider, string connection, DirectoryInfo? folder)
    {
        _folder = folder;
        Settings = new() { ["Store__Provider"] = provider, ["ConnectionStrings__Store"] = connection };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                Settings.ToDictionary(static s => s.Key.Replace("__", ":", StringComparison.Ordinal), static s => (string?)s.Value)
            )
            .Build();
        _contexts = new ServiceCollection()
            .AddIndicatorStore(configuration)
            .BuildServiceProvider()
            .GetRequiredService<IDbContextFactory<BotContext>>();
    }

    /// <summary>The settings by which a bot uses it.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>A file for <c>Sqlite</c>; for <c>Postgres</c> a database of the server that <c>BOT_TEST_POSTGRES</c> names, or the test is skipped.</summary>
    public static SharedStore Create(string provider)
    {
        if (provider == "Sqlite")
        {
            var folder = Directory.CreateTempSubdirectory("bot-shared-");
            return new(provider, $"Data Source={Path.Combine(folder.FullName, "bot.db")}", folder);
        }
        var server = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");
        Skip.If(server is null, "BOT_TEST_POSTGRES holds no connection string");
        return new(provider, $"{server};Database=bot_{Guid.NewGuid():n};Maximum Pool Size=20", null);
    }

    public BotContext CreateDbContext() => _contexts.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
        {
            await using var db = CreateDbContext();
            await db.Database.EnsureDeletedAsync();
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
        }
    }
}
