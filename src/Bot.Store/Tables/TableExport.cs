using System.Globalization;
using Bot.Store.Notices;
using Bot.Store.Rows;
using Bot.Store.Tables.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Tables;

/// <summary>Tables out of the store, row by row while they are written.</summary>
public sealed class TableExport
{
    private static readonly string[] DeliveryColumns =
    [
        "key",
        "kind",
        "recipient",
        "obligation",
        "step",
        "occurrence",
        "state",
        "reason",
        "planned_at",
        "at",
    ];

    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly NoticeLedger _ledger;

    internal TableExport(IDbContextFactory<BotContext> contexts, NoticeLedger ledger) => (_contexts, _ledger) = (contexts, ledger);

    /// <summary>The observations as an import takes them: of each cell what is approved, or what waits where nothing is.</summary>
    public ExportedTable Observations() => Present(new ObservationTable());

    /// <summary>The obligations as they are recorded now, as an import takes them.</summary>
    public ExportedTable Obligations() => Present(new ObligationTable());

    /// <summary>Every intended notice and what became of it, in the order of planning.</summary>
    public async Task<ExportedTable> DeliveriesAsync(CancellationToken cancellationToken) =>
        new(DeliveryColumns, (await _ledger.DeliveriesAsync(cancellationToken)).Select(Row).ToAsyncEnumerable());

    private ExportedTable Present<TRow>(TableDefinition<TRow> table)
        where TRow : RevisedRow => new(table.Columns, CountingAsync(table).Select(table.Write));

    // In the order of their keys, so that the few present rows of one key follow each other.
    private async IAsyncEnumerable<TRow> CountingAsync<TRow>(TableDefinition<TRow> table)
        where TRow : RevisedRow
    {
        await using var db = _contexts.CreateDbContext();
        var rows = db.Set<TRow>().AsNoTracking().Where(r => r.IsCurrent).OrderBy(r => r.Key).ThenBy(r => r.Revision);
        List<TRow> ofKey = [];
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            if (ofKey.Count > 0 && ofKey[0].Key != row.Key)
            {
                if (table.Exported(ofKey) is { } exported)
                {
                    yield return exported;
                }

                ofKey.Clear();
            }

            ofKey.Add(row);
        }

        if (table.Exported(ofKey) is { } last)
        {
            yield return last;
        }
    }

    private static IReadOnlyList<string> Row(DeliveryRow d) =>
        [d.Key, d.Kind, d.Recipient, d.Obligation, d.Step, d.Occurrence.Cell(), d.State.Cell(), d.Reason, Cell(d.PlannedAt), Cell(d.At)];

    private static string Cell(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
