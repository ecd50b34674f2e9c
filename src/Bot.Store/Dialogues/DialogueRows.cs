using System.Collections.Concurrent;
using System.Data.Common;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Store.Dialogues;

/// <summary>
/// What follow-up questions need to know, from memory; changes reach the store a moment later, many in one transaction. Half an
/// hour after the last change a dialogue is forgotten.
/// </summary>
public sealed partial class DialogueRows : IAsyncDisposable
{
    /// <summary>How long a dialogue is kept after its last change.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(200);

    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly bool _shared;
    private readonly ConcurrentDictionary<string, DialogueRow> _rows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DialogueRow> _dirty = new(StringComparer.Ordinal);
    private readonly Lazy<Task> _loaded;
    private readonly WriteBehind _behind;
    private DateTimeOffset _sweptAt;

    internal DialogueRows(
        IDbContextFactory<BotContext> contexts,
        IOptions<StoreOptions> options,
        TimeProvider clock,
        ILogger<DialogueRows> log
    )
    {
        (_contexts, _clock, _log) = (contexts, clock, log);
        // On PostgreSQL other instances write too, and memory alone would be behind.
        _shared = options.Value.IsPostgres;
        _sweptAt = clock.GetUtcNow();
        _loaded = new Lazy<Task>(LoadAsync);
        _behind = new WriteBehind(clock, FlushEvery, () => _dirty.IsEmpty, WriteAsync);
    }

    /// <summary>The dialogue of that conversation and person; null where there is none or it has expired.</summary>
    public async ValueTask<DialogueRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (_dirty.TryGetValue(key, out var row) || !_shared && _rows.TryGetValue(key, out row))
        {
            return Live(row);
        }

        if (_shared)
        {
            await using var db = _contexts.CreateDbContext();
            return Live(await db.Dialogues.AsNoTracking().FirstOrDefaultAsync(d => d.Key == key, cancellationToken));
        }

        if (!_loaded.Value.IsCompletedSuccessfully)
        {
            await _loaded.Value;
        }

        return _rows.TryGetValue(key, out row) ? Live(row) : null;
    }

    /// <summary>Keeps a dialogue as it is now; the row is not to be changed afterwards.</summary>
    public void Keep(DialogueRow row)
    {
        row.UpdatedAt = _clock.GetUtcNow();
        _rows[row.Key] = row;
        _dirty[row.Key] = row;
    }

    /// <summary>Writes what has changed; called by the clock and at shutdown.</summary>
    public Task FlushAsync() => _behind.FlushAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _behind.DisposeAsync();

    private async Task WriteAsync()
    {
        List<DialogueRow> rows = [];
        foreach (var (key, _) in _dirty)
        {
            if (_dirty.TryRemove(key, out var row))
            {
                rows.Add(row);
            }
        }

        try
        {
            await using var db = _contexts.CreateDbContext();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await RowInserts.UpsertAsync(db, rows, CancellationToken.None);
            await SweepAsync(db);
            await transaction.CommitAsync();
        }
        catch (DbException e)
        {
            // Nothing is lost: the rows stay in memory and the next flush takes them, unless a newer one is there by then.
            rows.ForEach(row => _dirty.TryAdd(row.Key, row));
            LogNotWritten(_log, rows.Count, e);
        }
    }

    private async Task SweepAsync(BotContext db)
    {
        var now = _clock.GetUtcNow();
        if (now - _sweptAt < Lifetime)
        {
            return;
        }

        _sweptAt = now;
        var oldest = now - Lifetime;
        await db.Dialogues.Where(d => d.UpdatedAt < oldest).ExecuteDeleteAsync();
        foreach (var (key, row) in _rows)
        {
            if (row.UpdatedAt < oldest)
            {
                _rows.TryRemove(KeyValuePair.Create(key, row));
            }
        }
    }

    private async Task LoadAsync()
    {
        var oldest = _clock.GetUtcNow() - Lifetime;
        await using var db = _contexts.CreateDbContext();
        await foreach (var row in db.Dialogues.AsNoTracking().Where(d => d.UpdatedAt >= oldest).AsAsyncEnumerable())
        {
            _rows.TryAdd(row.Key, row);
        }
    }

    private DialogueRow? Live(DialogueRow? row) => row is not null && _clock.GetUtcNow() - row.UpdatedAt < Lifetime ? row : null;

    [LoggerMessage(1, LogLevel.Warning, "{Count} dialogues could not be written and stay in memory until the next try")]
    private static partial void LogNotWritten(ILogger log, int count, Exception error);
}
