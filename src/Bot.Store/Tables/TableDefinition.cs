using Bot.Indicators.Proposals;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Store.Tables;

/// <summary>A table of the contract: its columns, and how a row is read, keyed and written back.</summary>
internal abstract class TableDefinition(string name, string columns, string required)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Columns { get; } = columns.Split(',');

    /// <summary>Columns without which a file is refused; cells may still be empty where the reading allows it.</summary>
    public IReadOnlyList<string> Required { get; } = required.Split(',');

    /// <summary>Whether other rows name rows of this table, or exclude them: then all of them are known before any row is read.</summary>
    public virtual bool BringsCodes => false;

    /// <summary>Reads all files of this table, row by row while they are staged.</summary>
    public abstract ReadRows Read(IEnumerable<RawTable> files, KnownCodes known, List<RowError> errors);

    /// <summary>The key of one row; null where it cannot be read, and then the errors say why.</summary>
    public abstract string? KeyOf(IReadOnlyList<string> cells, KnownCodes known, List<RowError> errors);

    /// <summary>Every row that an export writes, in the order of the keys.</summary>
    public abstract IAsyncEnumerable<IReadOnlyList<string>> ExportAsync(IDbContextFactory<BotContext> contexts);

    /// <summary>The cells that count for a key now; null where none do.</summary>
    public abstract Task<IReadOnlyList<string>?> CountingAsync(BotContext db, string key, CancellationToken cancellationToken);

    /// <summary>Takes the present row of a key back: the one before it counts again, as a new revision, or none does.</summary>
    public abstract Task WithdrawAsync(BotContext db, string key, Stamp stamp, CancellationToken cancellationToken);

    /// <summary>One row in the form in which files bring it.</summary>
    public RawTable Raw(string from, IReadOnlyList<string> cells) => new(from, this, Columns, [new RawRow(0, cells)]);
}

/// <summary>The typed half of a definition.</summary>
internal abstract class TableDefinition<TRow>(string name, string columns, string required) : TableDefinition(name, columns, required)
    where TRow : RevisedRow
{
    public override ReadRows Read(IEnumerable<RawTable> files, KnownCodes known, List<RowError> errors) =>
        new ReadRows<TRow>(this, Rows(files, known, errors), errors);

    public override string? KeyOf(IReadOnlyList<string> cells, KnownCodes known, List<RowError> errors) =>
        Rows([Raw("", cells)], known, errors).FirstOrDefault()?.Key;

    public override IAsyncEnumerable<IReadOnlyList<string>> ExportAsync(IDbContextFactory<BotContext> contexts) =>
        ExportedAsync(contexts).Select(Write);

    public override async Task<IReadOnlyList<string>?> CountingAsync(BotContext db, string key, CancellationToken cancellationToken)
    {
        var rows = await db.Set<TRow>().AsNoTracking().Where(r => r.Key == key && r.IsCurrent).ToListAsync(cancellationToken);
        return Counting(rows) is { } row ? Write(row) : null;
    }

    public override async Task WithdrawAsync(BotContext db, string key, Stamp stamp, CancellationToken cancellationToken)
    {
        var rows = await db.Set<TRow>()
            .AsNoTracking()
            .Where(r => r.Key == key)
            .OrderByDescending(r => r.Revision)
            .Take(2)
            .ToListAsync(cancellationToken);
        await db.Set<TRow>()
            .Where(r => r.Key == key && r.IsCurrent)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.IsCurrent, false), cancellationToken);
        if (rows is [var last, var before])
        {
            (before.Id, before.Revision, before.IsCurrent) = (0, last.Revision + 1, true);
            (before.RecordedBy, before.RecordedAt) = (stamp.By, stamp.At);
            await RowInserts.InsertAsync(db, [before], cancellationToken);
        }
    }

    /// <summary>Writes one row that no file brought as a revision of its key, in the context's transaction, and counts the store's version up.</summary>
    public async Task ReviseAsync(BotContext db, TRow row, Stamp stamp, CancellationToken cancellationToken)
    {
        Finish(row, from: "");
        await TableImport.NextVersionAsync(db.Database.CurrentTransaction!.GetDbTransaction(), cancellationToken);
        await new ReadRows<TRow>(this, [row], []).StageAsync(db, first: false, stamp, cancellationToken);
    }

    /// <summary>Reads a row; errors are noted in <paramref name="cells"/>.</summary>
    protected abstract TRow Read(Cells cells);

    /// <summary>The cells in the order of <see cref="TableDefinition.Columns"/>, as an export writes them.</summary>
    public abstract IReadOnlyList<string> Write(TRow row);

    /// <summary>Of the present rows of a key the one that counts; null where none does.</summary>
    public virtual TRow? Counting(IReadOnlyList<TRow> present) => present.Count == 0 ? null : present[^1];

    /// <summary>Of the present rows of a key the one that an export writes; null where none is.</summary>
    public virtual TRow? Exported(IReadOnlyList<TRow> present) => Counting(present);

    /// <summary>What makes it the same thing in two imports.</summary>
    protected abstract string Key(TRow row);

    /// <summary>The way it stands on, where rows have one: revisions count within it.</summary>
    protected virtual string Status(TRow row) => "";

    // In the order of their keys, so that the few present rows of one key follow each other.
    private async IAsyncEnumerable<TRow> ExportedAsync(IDbContextFactory<BotContext> contexts)
    {
        await using var db = contexts.CreateDbContext();
        var rows = db.Set<TRow>().AsNoTracking().Where(r => r.IsCurrent).OrderBy(r => r.Key).ThenBy(r => r.Revision);
        List<TRow> ofKey = [];
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            if (ofKey.Count > 0 && ofKey[0].Key != row.Key)
            {
                if (Exported(ofKey) is { } exported)
                {
                    yield return exported;
                }

                ofKey.Clear();
            }

            ofKey.Add(row);
        }

        if (Exported(ofKey) is { } last)
        {
            yield return last;
        }
    }

    private IEnumerable<TRow> Rows(IEnumerable<RawTable> files, KnownCodes known, List<RowError> errors)
    {
        var seen = new SeenKeys();
        foreach (var file in files)
        {
            foreach (var raw in file.Rows)
            {
                var before = errors.Count;
                var cells = new Cells(file, raw, known, errors);
                var row = Read(cells);
                if (errors.Count > before)
                {
                    continue;
                }

                Finish(row, file.File);
                if (seen.TryAdd(row.Key, file.File, raw.Line, out var first))
                {
                    yield return row;
                }
                else
                {
                    cells.Error("", RowFault.KeyTwice, $"{first.File}:{first.Line}");
                }
            }
        }
    }

    private void Finish(TRow row, string from)
    {
        row.Key = Key(row);
        row.RecordedFrom = from;
        row.Fingerprint = Fingerprints.Of(Status(row), Write(row));
    }
}
