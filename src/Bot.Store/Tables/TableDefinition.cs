using Bot.Indicators.Proposals;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Store.Tables;

/// <summary>A table of the contract: its columns, and how a row is read, keyed and written back.</summary>
internal abstract class TableDefinition(string name, string columns, string required)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Columns { get; } = columns.Split(',');

    /// <summary>Columns without which a file is refused; cells may still be empty where the reading allows it.</summary>
    public IReadOnlyList<string> Required { get; } = required.Split(',');

    /// <summary>Reads all files of this table.</summary>
    public abstract ReadRows Read(IEnumerable<RawTable> files, KnownCodes known, List<RowError> errors);
}

/// <summary>The typed half of a definition.</summary>
internal abstract class TableDefinition<TRow>(string name, string columns, string required) : TableDefinition(name, columns, required)
    where TRow : RevisedRow
{
    public override ReadRows Read(IEnumerable<RawTable> files, KnownCodes known, List<RowError> errors)
    {
        var places = new Dictionary<string, (string File, int Line)>(StringComparer.Ordinal);
        List<TRow> rows = [];
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

                row.Key = Key(row);
                row.RecordedFrom = file.File;
                row.Fingerprint = Fingerprints.Of(Status(row), Write(row));
                if (places.TryAdd(row.Key, (file.File, raw.Line)))
                {
                    rows.Add(row);
                }
                else
                {
                    var (first, line) = places[row.Key];
                    cells.Error("", $"the same key stands in {first}:{line}", "keep one of the two rows");
                }
            }
        }

        return new ReadRows<TRow>(this, rows);
    }

    /// <summary>Writes one row that no file brought as a revision of its key, in the context's transaction, and counts the store's version up.</summary>
    public async Task ReviseAsync(BotContext db, TRow row, Stamp stamp, CancellationToken cancellationToken)
    {
        row.Key = Key(row);
        row.RecordedFrom = "";
        row.Fingerprint = Fingerprints.Of(Status(row), Write(row));
        await TableImport.NextVersionAsync(db.Database.CurrentTransaction!.GetDbTransaction(), cancellationToken);
        await new ReadRows<TRow>(this, [row]).StageAsync(db, first: false, stamp, cancellationToken);
    }

    /// <summary>Reads a row; errors are noted in <paramref name="cells"/>.</summary>
    protected abstract TRow Read(Cells cells);

    /// <summary>The cells in the order of <see cref="TableDefinition.Columns"/>, as an export writes them.</summary>
    public abstract IReadOnlyList<string> Write(TRow row);

    /// <summary>What makes it the same thing in two imports.</summary>
    protected abstract string Key(TRow row);

    /// <summary>The way it stands on, where rows have one: revisions count within it.</summary>
    protected virtual string Status(TRow row) => "";
}
