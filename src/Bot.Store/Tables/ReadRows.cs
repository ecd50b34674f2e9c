using Bot.Indicators.Proposals;
using Bot.Store.Audit;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Tables;

/// <summary>The rows of one table, to be compared with the store while they are read.</summary>
internal abstract class ReadRows
{
    /// <summary>
    /// Writes what is new or changed in the context's transaction; the caller commits, and rolls back where the reading ran into errors.
    /// <c>first</c>: the store has no rows yet.
    /// </summary>
    public abstract Task<(TableCounts Counts, IReadOnlyList<CellChange> Changes)> StageAsync(
        BotContext db,
        bool first,
        Stamp stamp,
        CancellationToken cancellationToken
    );
}

/// <summary>Who brings the rows, and when.</summary>
internal sealed record Stamp(string By, DateTimeOffset At)
{
    /// <summary>Whether who writes the rows writes the audit log as well, in its own words.</summary>
    public bool CallerLogs { get; init; }
}

internal sealed class ReadRows<TRow>(TableDefinition<TRow> definition, IEnumerable<TRow> rows, List<RowError> errors) : ReadRows
    where TRow : RevisedRow
{
    private const int Chunk = 500;
    private const int MostShown = 500;

    private readonly List<CellChange> _changes = [];
    private int _added;
    private int _changed;
    private int _unchanged;

    public override async Task<(TableCounts Counts, IReadOnlyList<CellChange> Changes)> StageAsync(
        BotContext db,
        bool first,
        Stamp stamp,
        CancellationToken cancellationToken
    )
    {
        var isEmpty = first || !await db.Set<TRow>().AnyAsync(cancellationToken);
        foreach (var chunk in rows.Chunk(Chunk))
        {
            // After an error nothing will be kept: the rest is read for its errors only.
            if (errors.Count == 0)
            {
                await StageAsync(db, chunk, isEmpty ? Nothing : await StoredAsync(db, chunk, cancellationToken), stamp, cancellationToken);
            }
        }

        return (new TableCounts(definition.Name, _added, _changed, _unchanged), _changes);
    }

    private async Task StageAsync(
        BotContext db,
        TRow[] chunk,
        ILookup<string, Stored> stored,
        Stamp stamp,
        CancellationToken cancellationToken
    )
    {
        List<TRow> written = [];
        Dictionary<long, TRow> replaced = [];
        foreach (var row in chunk)
        {
            var revisions = stored[row.Key];
            var current = revisions.FirstOrDefault(r =>
                r.IsCurrent && Fingerprints.Status(r.Fingerprint).SequenceEqual(Fingerprints.Status(row.Fingerprint))
            );
            if (current?.Fingerprint == row.Fingerprint)
            {
                _unchanged++;
                continue;
            }

            if (revisions.Any())
            {
                _changed++;
            }
            else
            {
                _added++;
            }

            if (current is not null)
            {
                replaced[current.Id] = row;
            }

            row.Revision = revisions.Select(r => r.Revision).DefaultIfEmpty().Max() + 1;
            row.IsCurrent = true;
            (row.RecordedBy, row.RecordedAt) = (stamp.By, stamp.At);
            written.Add(row);
        }

        if (replaced.Count > 0)
        {
            await ReplaceAsync(db, replaced, stamp, cancellationToken);
        }

        await RowInserts.InsertAsync(db, written, cancellationToken);
    }

    // What had another value before stands in the audit log with both.
    private async Task ReplaceAsync(BotContext db, Dictionary<long, TRow> replaced, Stamp stamp, CancellationToken cancellationToken)
    {
        long[] ids = [.. replaced.Keys];
        var old = await db.Set<TRow>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        List<AuditEntry> entries = [];
        foreach (var before in old)
        {
            var row = replaced[before.Id];
            var (was, now) = (definition.Write(before), definition.Write(row));
            entries.Add(
                new("revise", definition.Name, row.Key, AuditCells.Of(definition, was), AuditCells.Of(definition, now), row.RecordedFrom)
            );
            if (_changes.Count < MostShown)
            {
                _changes.AddRange(
                    definition
                        .Columns.Select((column, i) => new CellChange(definition.Name, row.Key, column, was[i], now[i]))
                        .Where(change => change.Old != change.New)
                );
            }
        }

        await db.Set<TRow>()
            .Where(r => ids.Contains(r.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.IsCurrent, false), cancellationToken);
        if (!stamp.CallerLogs)
        {
            await AuditChain.AppendAsync(db, stamp, entries, cancellationToken);
        }
    }

    private static ILookup<string, Stored> Nothing { get; } = Enumerable.Empty<Stored>().ToLookup(r => r.Key);

    private static async Task<ILookup<string, Stored>> StoredAsync(BotContext db, TRow[] chunk, CancellationToken cancellationToken)
    {
        string[] keys = [.. chunk.Select(row => row.Key)];
        var stored = await db.Set<TRow>()
            .Where(r => keys.Contains(r.Key))
            .Select(r => new Stored(r.Id, r.Key, r.Revision, r.IsCurrent, r.Fingerprint))
            .ToListAsync(cancellationToken);
        return stored.ToLookup(r => r.Key, StringComparer.Ordinal);
    }

    private sealed record Stored(long Id, string Key, int Revision, bool IsCurrent, string Fingerprint);
}
