using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;

namespace Bot.Store;

/// <summary>Brings the database to this build's migrations; several processes may start at once.</summary>
internal sealed class Migrating(IDbContextFactory<BotContext> contexts, IOptions<StoreOptions> options)
{
    /// <summary>The last migration of each provider; a test holds it against what there is.</summary>
    internal static Type NewestFor(bool postgres) =>
        postgres ? typeof(Migrations.Postgres.InboxAttempts) : typeof(Migrations.Sqlite.InboxAttempts);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(cancellationToken))
        {
            return;
        }

        await using var db = contexts.CreateDbContext();
        if (options.Value.IsPostgres)
        {
            // EF Core takes a lock that PostgreSQL drops with the connection.
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        // EF Core's lock on SQLite is a row, which a killed process would leave for ever. A locked file is let go by the system.
        await using var held = await LockAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await RunAsync(db, "PRAGMA journal_mode=WAL", cancellationToken);
        if (await RunAsync(db, "SELECT COUNT(*) FROM sqlite_master", cancellationToken) is 0L)
        {
            // What EF Core's migrator would come to, without the third of a second that it needs to come to it.
            await RunAsync(db, Script(), cancellationToken);
            return;
        }

        await RunAsync(db, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>All of SQLite's migrations, as <c>dotnet ef migrations script</c> writes them; a test holds it against them.</summary>
    internal static string Script()
    {
        using var reader = new StreamReader(typeof(Migrating).Assembly.GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }

    private static async Task<object?> RunAsync(BotContext db, string sql, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>A cheap look before EF Core's machinery is warmed up for nothing.</summary>
    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = contexts.CreateDbContext();
            await db.Database.OpenConnectionAsync(cancellationToken);
            var newest = NewestFor(options.Value.IsPostgres).GetCustomAttribute<MigrationAttribute>()!.Id;
            return await RunAsync(db, "SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\"", cancellationToken) is string applied
                && string.CompareOrdinal(applied, newest) >= 0;
        }
        catch (DbException)
        {
            return false;
        }
    }

    // Another process's work takes real time, whatever the clock of the facts says.
    private static readonly TimeProvider RealTime = TimeProvider.System;

    private async Task<FileStream?> LockAsync(CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource;
        if (file.Length == 0 || file.Contains(":memory:", StringComparison.Ordinal))
        {
            return null;
        }

        var started = RealTime.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(
                    file + ".migrating",
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                );
            }
            catch (IOException) when (RealTime.GetElapsedTime(started) < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), RealTime, cancellationToken);
            }
        }
    }
}
