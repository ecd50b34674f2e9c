using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Store;

/// <summary>
/// Which state of the facts the store is in. Asked before every answer, so that an import by another process is seen at the next
/// question: a prepared read on one kept connection, which then rests for a moment (a fiftieth of a second on SQLite, a second on
/// PostgreSQL), since many questions at once would otherwise wait for each other there.
/// </summary>
internal sealed class StoreVersion(IOptions<StoreOptions> options, TimeProvider clock) : IDisposable
{
    private const long Never = long.MinValue;

    private readonly TimeSpan _rest = options.Value.IsPostgres ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(20);
    private readonly Lock _lock = new();
    private DbCommand? _read;
    private long _last;
    private long _readAt = Never;

    public long Read()
    {
        if (IsFresh())
        {
            return Volatile.Read(ref _last);
        }

        lock (_lock)
        {
            if (IsFresh())
            {
                return _last;
            }

            try
            {
                _read ??= Prepare();
                Volatile.Write(ref _last, (long)_read.ExecuteScalar()!);
            }
            catch (DbException)
            {
                // A broken connection is not kept; the next question opens another.
                Close();
                throw;
            }

            Volatile.Write(ref _readAt, clock.GetTimestamp());
            return _last;
        }
    }

    /// <summary>This process has just written: ask again at once.</summary>
    public void Expire()
    {
        lock (_lock)
        {
            Volatile.Write(ref _readAt, Never);
        }
    }

    public void Dispose() => Close();

    private bool IsFresh() => Volatile.Read(ref _readAt) is var at and not Never && clock.GetElapsedTime(at) < _rest;

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
