using System.Data.Common;
using Bot.Indicators.Proposals;
using Bot.Store.Audit;
using Bot.Store.Catalogues;
using Bot.Store.Facts;
using Bot.Store.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Store.Tables;

/// <summary>Takes files of the contract's tables into the store: all rows of all files in one transaction, or none.</summary>
public sealed class TableImport
{
    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly StoreVersion _version;
    private readonly TimeProvider _clock;

    internal TableImport(IDbContextFactory<BotContext> contexts, StoreVersion version, TimeProvider clock) =>
        (_contexts, _version, _clock) = (contexts, version, clock);

    /// <summary>
    /// Imports the files, or only says what would happen. <paramref name="by"/> is who is responsible; it stands with every row
    /// in the history.
    /// </summary>
    public async Task<ImportReport> RunAsync(IReadOnlyList<ImportFile> files, string by, bool dryRun, CancellationToken cancellationToken)
    {
        List<RowError> errors = [];
        List<RawTable> tables = [.. files.SelectMany(file => TableFiles.Read(file, errors))];

        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The version's row is touched first: on PostgreSQL it makes imports queue, as SQLite's write lock does.
        var version = await NextVersionAsync(transaction.GetDbTransaction(), cancellationToken);
        var first = version == 1;

        // The first import of all has nothing to compare with; not asking saves a third of a first start.
        var known = first ? new KnownCodes() : await KnownCodes.ReadAsync(db, cancellationToken);
        known.Add(tables);
        var stamp = new Stamp(by, _clock.GetUtcNow());
        List<TableCounts> counts = [];
        List<CellChange> changes = [];
        foreach (var table in tables.GroupBy(t => t.Definition).OrderBy(Position))
        {
            var staged = await table.Key.Read(table, known, errors).StageAsync(db, first, stamp, cancellationToken);
            counts.Add(staged.Counts);
            changes.AddRange(staged.Changes);
            // An empty store has no period before.
            if (table.Key is Definitions.ObservationTable && !first && errors.Count == 0 && staged.Counts.Added + staged.Counts.Changed > 0)
            {
                await Jumps.FlagAsync(db, known, stamp, cancellationToken);
            }
        }

        if (errors.Count > 0)
        {
            return new ImportReport([], [.. errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line)], dryRun);
        }

        if (!dryRun && counts.Any(c => c.Added + c.Changed > 0))
        {
            await AuditChain.AppendAsync(db, stamp, [Entry(files, counts)], cancellationToken);
            if (!first && tables.Exists(table => table.Definition is Definitions.ObligationTable))
            {
                await NoticeRows.RefreshRevisedAsync(db, stamp.At, version, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            _version.Expire();
        }

        return new ImportReport([.. counts], [], dryRun)
        {
            Changes = [.. changes],
            Flags = [.. known.Flags],
            WouldBe = dryRun ? CatalogueLoader.Load(db, version: 0).Catalogue : null,
        };
    }

    /// <summary>Counts the version up, which makes writers queue.</summary>
    internal static async Task<long> NextVersionAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """UPDATE store_version SET "Version" = "Version" + 1 RETURNING "Version";""";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static AuditEntry Entry(IReadOnlyList<ImportFile> files, List<TableCounts> counts) =>
        new(
            "import",
            New: string.Join("; ", counts.Select(c => $"{c.Table}: {c.Added} added, {c.Changed} changed, {c.Unchanged} unchanged")),
            Source: string.Join(", ", files.Select(f => f.Name))
        );

    private static int Position(IGrouping<TableDefinition, RawTable> table) => TableDefinitions.All.IndexOf(table.Key);
}
