using System.Reflection;
using Bot.Indicators.Results;
using Bot.Store;
using Bot.Store.Catalogues;
using Bot.Store.Compiled.Sqlite;
using Bot.Store.Querying;
using Bot.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Store;

public sealed class StoreStartTests
{
    [Fact]
    public async Task A_second_process_sees_what_the_first_imports_at_its_next_question()
    {
        await using var first = await TestStore.CreateAsync();
        await using var second = await TestStore.CreateAsync(file: first.File);
        Assert.IsType<NoData>(await second.AskAsync("value(indicator=overdue;units=STP)"));
        await first.ImportAsync("observations.csv", "org_unit,indicator,basis,period,value\nSTP,overdue,settled,2023-Q1,1.25\n");
        // The version rests for a moment between two reads of it.
        second.Clock.Advance(TimeSpan.FromMilliseconds(20));
        var seen = Assert.IsType<ValueResult>(await second.AskAsync("value(indicator=overdue;units=STP)"));
        Assert.Equal("1.25", seen.Figures[0].Figure.Amount!.ToString());
        Assert.Equal(first.Catalogue.Version, second.Catalogue.Version);
    }

    [Fact]
    public async Task The_catalogue_stays_the_same_object_while_nobody_writes()
    {
        await using var store = await TestStore.CreateAsync();
        Assert.Same(store.Catalogue, store.Catalogue);
    }

    [Fact]
    public async Task The_embedded_store_keeps_a_write_ahead_log()
    {
        await using var store = await TestStore.CreateAsync("none");
        await using var connection = new SqliteConnection($"Data Source={store.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Several_first_starts_at_once_migrate_and_seed_once()
    {
        await using var owner = await TestStore.CreateAsync("none");
        var file = Path.Combine(Path.GetDirectoryName(owner.File)!, "shared.db");
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TestStore.CreateAsync(file: file))));
        foreach (var store in stores)
        {
            var result = Assert.IsType<ValueResult>(await store.AskAsync("value(indicator=outgoing-interconnected;units=SYT)"));
            Assert.Equal(1, result.Figures[0].Figure.Provenance.Revision);
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_does_not_hold_up_the_next_start()
    {
        await using var owner = await TestStore.CreateAsync("none");
        var file = Path.Combine(Path.GetDirectoryName(owner.File)!, "killed.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                """CREATE TABLE "__EFMigrationsLock" (Id INTEGER PRIMARY KEY, Timestamp TEXT); INSERT INTO "__EFMigrationsLock" VALUES (1, 'x')""";
            await command.ExecuteNonQueryAsync();
        }

        await using var store = await TestStore.CreateAsync(file: file).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.NotEmpty(store.Catalogue.Units);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_migrations_are_those_of_the_model(bool postgres)
    {
        using BotContext db = postgres ? new PostgresDesign().CreateDbContext([]) : new SqliteDesign().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(db.Database.GetMigrations().Last(), Migrating.NewestFor(postgres).GetCustomAttribute<MigrationAttribute>()!.Id);
    }

    [Fact]
    public async Task A_file_of_an_older_build_is_brought_up_by_its_missing_migrations()
    {
        await using var owner = await TestStore.CreateAsync("none");
        var file = Path.Combine(Path.GetDirectoryName(owner.File)!, "older.db");
        var options = new DbContextOptionsBuilder<SqliteBotContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
        await using (var older = new SqliteBotContext(options))
        {
            await older.GetService<IMigrator>().MigrateAsync(older.Database.GetMigrations().First());
        }

        await using var store = await TestStore.CreateAsync(file: file);
        Assert.NotEmpty(store.Catalogue.Units);
        await using var now = new SqliteBotContext(options);
        Assert.Empty(await now.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public void A_new_file_is_made_by_the_script_of_the_migrations()
    {
        using var db = new SqliteDesign().CreateDbContext([]);
        Assert.Equal(db.GetService<IMigrator>().GenerateScript().ReplaceLineEndings("\n"), Migrating.Script().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_compiled_model_is_used_and_is_that_of_the_mappings()
    {
        await using var store = await TestStore.CreateAsync();
        await using var db = store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();
        await using var design = new SqliteDesign().CreateDbContext([]);
        var mapped = design.GetService<IDesignTimeModel>().Model;

        Assert.IsType<SqliteBotContextModel>(db.Model);
        Assert.Equal(Described(mapped), Described(db.Model));
    }

    // Every table, column, type, key and index: what a query, an insert or a migration depends on.
    private static List<string> Described(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .SelectMany(type =>
                    type.GetProperties()
                        .Select(p =>
                            $"{type.GetTableName()}.{p.GetColumnName()}: {p.ClrType} as {p.GetValueConverter()?.ProviderClrType ?? p.GetProviderClrType()} {(p.IsNullable ? "null" : "")} {p.GetMaxLength()} {p.ValueGenerated}"
                        )
                        .Concat(
                            type.GetKeys().Select(k => $"{type.GetTableName()} key {string.Join(',', k.Properties.Select(p => p.Name))}")
                        )
                        .Concat(
                            type.GetIndexes()
                                .Select(i =>
                                    $"{type.GetTableName()} index {string.Join(',', i.Properties.Select(p => p.Name))} {i.IsUnique} {i.GetFilter()}"
                                )
                        )
                )
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [InlineData("Store:Provider", "Oracle", "Store:Provider is 'Oracle'")]
    [InlineData("Store:Provider", "Postgres", "ConnectionStrings:Store is missing")]
    [InlineData("Store:Seed", "all", "Store:Seed is 'all'")]
    [InlineData("ConnectionStrings:Store", "nonsense", "ConnectionStrings:Store is no connection string")]
    public async Task A_wrong_setting_stops_the_start_with_its_name(string key, string value, string message)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
        await using var services = new ServiceCollection().AddIndicatorStore(configuration).BuildServiceProvider();
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StoreStart.PrepareAsync(services));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task PostgreSQL_answers_like_SQLite()
    {
        var connection = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");
        Skip.If(connection is null, "BOT_TEST_POSTGRES holds no connection string");
        var database = $"bot_test_{Guid.NewGuid():N}";
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Store:Provider"] = "Postgres",
                    ["ConnectionStrings:Store"] = $"{connection};Database={database}",
                }
            )
            .Build();
        await using var services = new ServiceCollection().AddIndicatorStore(configuration).BuildServiceProvider();
        await StoreStart.PrepareAsync(services);
        await StoreStart.PrepareAsync(services);
        try
        {
            Assert.True(StoreStart.IsReady(services));
            var catalogue = services.GetRequiredService<CatalogueCache>().Current;
            Assert.True(
                Bot.Indicators.Queries.QueryText.TryRead("value(indicator=full-online-offered;units=SYT)", catalogue, out var query, out _)
            );
            var result = await services
                .GetRequiredService<QueryEngine>()
                .RunAsync((Bot.Indicators.Queries.StoreQuery)query, new QueryScope(TestStore.Today, null), CancellationToken.None);
            Assert.Equal(["100", "80"], Assert.IsType<ValueResult>(result).Figures.Select(f => f.Figure.Amount!.ToString()));
        }
        finally
        {
            await using var db = services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();
            await db.Database.EnsureDeletedAsync();
        }
    }
}
