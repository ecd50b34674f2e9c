using Bot.Indicators.Proposals;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Tables;

/// <summary>The rows of one table that were read without an error, ready to be compared with the store.</summary>
internal abstract class ReadRows
{
    /// <summary>Writes what is new or changed in the context's transaction; the caller commits. <c>first</c>: the store has no rows yet.</summary>
    public abstract Task<(TableCounts Counts, IReadOnlyList<CellChange> Changes)> StageAsync(
        BotContext db,
        bool first,
        Stamp stamp,
        CancellationToken cancellationToken
    );
}

/// <summary>Who brings the rows, and when.</summary>
internal sealed record Stamp(string By, DateTimeOffset At);

internal sealed class ReadRows<TRow>(TableDefinition<TRow> definition, IReadOnlyList<TRow> rows) : ReadRows
    where TRow : RevisedRow
{
    private const int Chunk = 500;
    private const int MostShown = 500;

    public override async Task<(TableCounts Counts, IReadOnlyList<CellChange> Changes)> StageAsync(
        BotContext db,
        bool first,
        Stamp stamp,
        CancellationToken cancellationToken
    )
    {
        var stored = first ? Enumerable.Empty<Stored>().ToLookup(r => r.Key) : await StoredAsync(db, cancellationToken);
        List<TRow> written = [];
        List<long> replaced = [];
        List<TRow> replacing = [];
        var (added, unchanged) = (0, 0);
        foreach (var row in rows)
        {
            var revisions = stored[row.Key];
            var current = revisions.FirstOrDefault(r =>
                r.IsCurrent && Fingerprints.Status(r.Fingerprint).SequenceEqual(Fingerprints.Status(row.Fingerprint))
            );
            if (current?.Fingerprint == row.Fingerprint)
            {
                unchanged++;
                continue;
            }

            added += revisions.Any() ? 0 : 1;
            if (current is not null)
            {
                replaced.Add(current.Id);
                replacing.Add(row);
            }

            row.Revision = revisions.Select(r => r.Revision).DefaultIfEmpty().Max() + 1;
            row.IsCurrent = true;
            (row.RecordedBy, row.RecordedAt) = (stamp.By, stamp.At);
            written.Add(row);
        }

        var changes = await ChangesAsync(db, replaced, replacing, cancellationToken);
        foreach (var ids in replaced.Chunk(Chunk))
        {
            await db.Set<TRow>()
                .Where(r => ids.Contains(r.Id))
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.IsCurrent, false), cancellationToken);
        }

        await RowInserts.InsertAsync(db, written, cancellationToken);
        return (new TableCounts(definition.Name, added, rows.Count - added - unchanged, unchanged), changes);
    }

    private async Task<IReadOnlyList<CellChange>> ChangesAsync(
        BotContext db,
        List<long> replaced,
        List<TRow> replacing,
        CancellationToken cancellationToken
    )
    {
        long[] shown = [.. replaced.Take(MostShown)];
        var old = await db.Set<TRow>().AsNoTracking().Where(r => shown.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        return
        [
            .. shown
                .Zip(replacing, (id, row) => (Key: row.Key, Old: definition.Write(old[id]), New: definition.Write(row)))
                .SelectMany(pair =>
                    definition
                        .Columns.Select((column, i) => new CellChange(definition.Name, pair.Key, column, pair.Old[i], pair.New[i]))
                        .Where(change => change.Old != change.New)
                ),
        ];
    }

    private static async Task<ILookup<string, Stored>> StoredAsync(BotContext db, CancellationToken cancellationToken)
    {
        var stored = await db.Set<TRow>()
            .Select(r => new Stored(r.Id, r.Key, r.Revision, r.IsCurrent, r.Fingerprint))
            .ToListAsync(cancellationToken);
        return stored.ToLookup(r => r.Key, StringComparer.Ordinal);
    }

    private sealed record Stored(long Id, string Key, int Revision, bool IsCurrent, string Fingerprint);
}
