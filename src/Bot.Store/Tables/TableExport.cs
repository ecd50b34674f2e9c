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

    /// <summary>The tables that an import takes, by name.</summary>
    public static IEnumerable<string> Tables => TableDefinitions.All.Select(table => table.Name);

    /// <summary>A table as an import takes it: of each key what counts; of observations what waits where nothing is approved.</summary>
    public ExportedTable Table(string name)
    {
        var table = TableDefinitions.All.Single(t => t.Name == name);
        return new(table.Columns, table.ExportAsync(_contexts));
    }

    /// <summary>Every intended notice and what became of it, in the order of planning.</summary>
    public async Task<ExportedTable> DeliveriesAsync(CancellationToken cancellationToken) =>
        new(DeliveryColumns, (await _ledger.DeliveriesAsync(cancellationToken)).Select(Row).ToAsyncEnumerable());

    private static IReadOnlyList<string> Row(DeliveryRow d) =>
        [d.Key, d.Kind, d.Recipient, d.Obligation, d.Step, d.Occurrence.Cell(), d.State.Cell(), d.Reason, Cell(d.PlannedAt), Cell(d.At)];

    private static string Cell(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
