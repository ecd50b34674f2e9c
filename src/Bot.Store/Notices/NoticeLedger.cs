using Bot.Indicators.Periods;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Store.Notices;

/// <summary>What was planned when, and what became of it.</summary>
public sealed class NoticeLedger
{
    // So many keys go into one question; PostgreSQL and SQLite take more.
    private const int KeysAtOnce = 1000;

    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly StoreVersion _version;

    internal NoticeLedger(IDbContextFactory<BotContext> contexts, StoreVersion version) => (_contexts, _version) = (contexts, version);

    /// <summary>
    /// Writes the run, its deliveries and their messages in one transaction. False where another planning had one of them already: then
    /// nothing is written, and what to plan is to be decided anew.
    /// </summary>
    public async Task<bool> TryPlanAsync(PlannedRun run, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await CountRunAsync(db, run, cancellationToken);
        if (await RowInserts.InsertNewAsync(db, [.. run.Opened.Select(Row)], cancellationToken) > 0)
        {
            // What has opened is in answers from then on.
            await TableImport.NextVersionAsync(transaction.GetDbTransaction(), cancellationToken);
        }

        List<OutboxMessage> messages = [.. run.Notices.Where(n => n.SuppressedBecause is null).Select(n => NoticeRows.Message(n, run.At))];
        if (await RowInserts.InsertNewAsync(db, messages, cancellationToken) < messages.Count)
        {
            return false;
        }

        var ids = await IdsAsync(db, messages, cancellationToken);
        List<DeliveryRow> deliveries =
        [
            .. run.Notices.SelectMany(n =>
                n.Intended.Select(i => NoticeRows.Delivery(n, i, n.SuppressedBecause is null ? ids[n.Key] : null, run.At))
            ),
        ];
        if (await RowInserts.InsertNewAsync(db, deliveries, cancellationToken) < deliveries.Count)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        _version.Expire();
        return true;
    }

    /// <summary>The ladders that obligations opened under, by obligation.</summary>
    public async Task<IReadOnlyDictionary<string, OpenedLadder>> OpenedAsync(CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        var opened = new Dictionary<string, OpenedLadder>(StringComparer.Ordinal);
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in db.Set<OpenedObligationRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            // Few policies, many obligations: one text for each policy is kept in memory.
            same.TryAdd(row.Ladder, row.Ladder);
            opened[row.Obligation] = new OpenedLadder(row.Obligation, row.OpenedOn, same[row.Ladder]);
        }

        return opened;
    }

    /// <summary>The ladder that one obligation opened under; null where it has not.</summary>
    public async Task<OpenedLadder?> OpenedAsync(string obligation, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Set<OpenedObligationRow>()
            .Where(row => row.Obligation == obligation)
            .Select(row => new OpenedLadder(row.Obligation, row.OpenedOn, row.Ladder))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What was intended of that kind about one obligation, in the order of planning.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesOfAsync(string obligation, string kind, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db
            .Deliveries.AsNoTracking()
            .Where(d => d.Obligation == obligation && d.Kind == kind)
            .OrderBy(d => d.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>For whom the message of a notice is, what it carries, and how many days ago it went out; null where there is none of that kind.</summary>
    public async Task<(string Recipient, string Payload, int DaysAgo)?> MessageAsync(
        long message,
        string kind,
        CancellationToken cancellationToken
    )
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Outbox.AsNoTracking().FirstOrDefaultAsync(m => m.Id == message && m.Kind == kind, cancellationToken) is { } found
            ? (
                found.Recipient,
                found.Payload,
                Math.Max(0, CityDay.Of(TimeProvider.System.GetUtcNow()).DayNumber - CityDay.Of(found.DueAt).DayNumber)
            )
            : null;
    }

    /// <summary>When planning ran for the first time; null before.</summary>
    public async Task<DateTimeOffset?> FirstRunAsync(CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Set<PlanningRunRow>()
            .Where(r => r.Plan == PlannedRun.Reminders)
            .OrderBy(r => r.RanAt)
            .Select(r => (DateTimeOffset?)r.RanAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether that plan ran for a day from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public async Task<bool> HasRunAsync(string plan, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Set<PlanningRunRow>().AnyAsync(r => r.Plan == plan && r.Day >= from && r.Day <= to, cancellationToken);
    }

    /// <summary>The last day, by then, whose reminders were planned; null where none were.</summary>
    public async Task<DateOnly?> LastRunAsync(DateOnly by, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Set<PlanningRunRow>()
            .Where(r => r.Plan == PlannedRun.Reminders && r.Day <= by)
            .MaxAsync(r => (DateOnly?)r.Day, cancellationToken);
    }

    /// <summary>Those of the keys that were intended before.</summary>
    public async Task<IReadOnlySet<string>> IntendedAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(KeysAtOnce))
        {
            found.UnionWith(await db.Deliveries.Where(d => some.Contains(d.Key)).Select(d => d.Key).ToListAsync(cancellationToken));
        }

        return found;
    }

    /// <summary>How many messages each recipient has whose key begins so.</summary>
    public async Task<IReadOnlyDictionary<string, int>> MessagesAsync(string keyPrefix, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db
            .Outbox.Where(m => m.Key.StartsWith(keyPrefix))
            .GroupBy(m => m.Recipient)
            .ToDictionaryAsync(recipient => recipient.Key, recipient => recipient.Count(), cancellationToken);
    }

    /// <summary>The recipients that are channels of the inspection team and can be written to.</summary>
    public async Task<IReadOnlyList<string>> InspectionChannelsAsync(CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db
            .Conversations.Where(c => c.IsInspectionChannel && c.UnreachableBecause == null)
            .OrderBy(c => c.Key)
            .Select(c => "conversation:" + c.Key)
            .ToListAsync(cancellationToken);
    }

    /// <summary>All that was ever intended, in the order of planning.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Deliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync(cancellationToken);
    }

    /// <summary>What was intended for that day and later ones, the newest first.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesSinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db
            .Deliveries.AsNoTracking()
            .Where(d => d.Occurrence >= day)
            .OrderByDescending(d => d.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>What became of these by now, in the order of planning.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        List<DeliveryRow> found = [];
        foreach (var some in keys.Chunk(KeysAtOnce))
        {
            found.AddRange(await db.Deliveries.AsNoTracking().Where(d => some.Contains(d.Key)).ToListAsync(cancellationToken));
        }

        return [.. found.OrderBy(d => d.Id)];
    }

    private static async Task CountRunAsync(BotContext db, PlannedRun run, CancellationToken cancellationToken)
    {
        var intended = run.Notices.Sum(n => n.Intended.Count);
        var ranAt = run.At.UtcTicks;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO planning_runs ("Plan", "Day", "RanAt", "Intended") VALUES ({run.Plan}, {run.Day}, {ranAt}, {intended})
            ON CONFLICT ("Plan", "Day") DO UPDATE SET "Intended" = planning_runs."Intended" + excluded."Intended"
            """,
            cancellationToken
        );
    }

    private static async Task<Dictionary<string, long>> IdsAsync(
        BotContext db,
        List<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var keys in messages.Select(m => m.Key).Chunk(KeysAtOnce))
        {
            foreach (
                var row in await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => new { m.Key, m.Id }).ToListAsync(cancellationToken)
            )
            {
                ids[row.Key] = row.Id;
            }
        }

        return ids;
    }

    private static OpenedObligationRow Row(OpenedLadder opened) =>
        new()
        {
            Obligation = opened.Obligation,
            OpenedOn = opened.OpenedOn,
            Ladder = opened.Ladder,
        };
}
