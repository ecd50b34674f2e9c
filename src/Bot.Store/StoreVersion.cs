using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Store;

/// <summary>
/// Which state of the facts the store is in. Asked before every answer, so that an import by another process is seen at once:
/// a prepared read on one kept connection (some microseconds on SQLite; on PostgreSQL at most once a second).
/// </summary>
internal sealed class StoreVersion(IOptions<StoreOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan PostgresRest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private DbCommand? _read;
    private long _last;
    private long? _readAt;

    public long Read()
    {
        lock (_lock)
        {
            if (options.Value.IsPostgres && _readAt is { } readAt && clock.GetElapsedTime(readAt) < PostgresRest)
            {
                return _last;
            }

            try
            {
                _read ??= Prepare();
                _last = (long)_read.ExecuteScalar()!;
            }
            catch (DbException)
            {
                // A broken connection is not kept; the next question opens another.
                Close();
                throw;
            }

            _readAt = clock.GetTimestamp();
            return _last;
        }
    }

    /// <summary>This process has just written: ask again at once.</summary>
    public void Expire()
    {
        lock (_lock)
        {
            _readAt = null;
        }
    }

    public void Dispose() => Close();

    private DbCommand Prepare()
    {
        DbConnection connection = options.Value.IsPostgres
            ? new NpgsqlConnection(options.Value.ConnectionString)
            : new SqliteConnection(options.Value.ConnectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Version\" FROM store_version WHERE \"Id\" = 1";
        command.Prepare();
        return command;
    }

    private void Close()
    {
        _read?.Connection?.Dispose();
        _read?.Dispose();
        _read = null;
    }
}
