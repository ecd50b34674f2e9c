using System.Globalization;
using Bot.Store.Notices;
using Bot.Store.Rows;
using Bot.Store.Tables.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Tables;

/// <summary>Tables out of the store.</summary>
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

    /// <summary>The obligations as they are recorded now, as an import takes them.</summary>
    public async Task<ExportedTable> ObligationsAsync(CancellationToken cancellationToken)
    {
        var table = new ObligationTable();
        await using var db = _contexts.CreateDbContext();
        var rows = await db.Set<ObligationRow>().AsNoTracking().Where(o => o.IsCurrent).OrderBy(o => o.Key).ToListAsync(cancellationToken);
        return new ExportedTable(table.Columns, rows.ConvertAll(table.Write));
    }

    /// <summary>Every intended notice and what became of it, in the order of planning.</summary>
    public async Task<ExportedTable> DeliveriesAsync(CancellationToken cancellationToken) =>
        new(DeliveryColumns, [.. (await _ledger.DeliveriesAsync(cancellationToken)).Select(Row)]);

    private static string[] Row(DeliveryRow d) =>
        [d.Key, d.Kind, d.Recipient, d.Obligation, d.Step, d.Occurrence.Cell(), d.State.Cell(), d.Reason, Cell(d.PlannedAt), Cell(d.At)];

    private static string Cell(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
