using System.Globalization;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Audit;

/// <summary>The audit log, to read and to verify.</summary>
public sealed class AuditLog
{
    private static readonly string[] Columns = ["number", "at", "by", "action", "table", "key", "old", "new", "source", "reason", "hash"];

    private const int LongestWord = 300;

    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly TimeProvider _clock;

    internal AuditLog(IDbContextFactory<BotContext> contexts, TimeProvider clock) => (_contexts, _clock) = (contexts, clock);

    /// <summary>Writes down that somebody tried what he may not do; nothing else was changed.</summary>
    /// <param name="by">Who: a contact's user principal name, or what is known of somebody else.</param>
    /// <param name="what">What was tried.</param>
    /// <param name="about">What it was about; empty where it was about nothing.</param>
    /// <param name="reason">Why it was refused.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RefusedAsync(string by, string what, string about, string reason, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var entry = new AuditEntry("refuse", Key: Cut(what), New: Cut(about), Reason: reason);
        await AuditChain.AppendAsync(db, new Stamp(Cut(by), _clock.GetUtcNow()), [entry], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Every entry, oldest first.</summary>
    public ExportedTable Export() => new(Columns, RowsAsync().Select(Cells));

    /// <summary>How often each action was taken from one moment to before another.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ActionsAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Set<AuditRow>()
            .Where(r => r.At >= from && r.At < to)
            .GroupBy(r => r.Action)
            .ToDictionaryAsync(action => action.Key, action => action.Count(), cancellationToken);
    }

    /// <summary>Goes through the whole chain, and stops at the first entry that does not continue the one before.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        var (number, hash) = (0L, "");
        await foreach (var row in RowsAsync().WithCancellation(cancellationToken))
        {
            if (row.Number != number + 1)
            {
                return new AuditVerdict(number, hash, Broken: number + 1, AuditFault.Missing);
            }

            if (row.Hash != AuditChain.HashOf(row, hash))
            {
                return new AuditVerdict(number, hash, Broken: row.Number, AuditFault.Altered);
            }

            (number, hash) = (row.Number, row.Hash);
        }

        return new AuditVerdict(number, hash, Broken: null, AuditFault.None);
    }

    private async IAsyncEnumerable<AuditRow> RowsAsync()
    {
        await using var db = _contexts.CreateDbContext();
        await foreach (var row in db.Set<AuditRow>().AsNoTracking().OrderBy(r => r.Number).AsAsyncEnumerable())
        {
            yield return row;
        }
    }

    // The words are the sender's.
    private static string Cut(string text) => text.Length <= LongestWord ? text : text[..LongestWord];

    private static IReadOnlyList<string> Cells(AuditRow row) =>
        [
            row.Number.ToString(CultureInfo.InvariantCulture),
            row.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            row.By,
            row.Action,
            row.Table,
            row.Key,
            row.Old,
            row.New,
            row.Source,
            row.Reason,
            row.Hash,
        ];
}

/// <summary>What verifying the chain found.</summary>
/// <param name="Good">How many entries are whole, from the first on.</param>
/// <param name="Hash">The hash of the last of them: noted elsewhere, it shows later whether entries were cut off at the end.</param>
/// <param name="Broken">The first entry that is not; null where all are.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record AuditVerdict(long Good, string Hash, long? Broken, AuditFault Fault);

/// <summary>What is wrong with an entry.</summary>
public enum AuditFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Its words, or those of an entry before it, are not the ones that were written.</summary>
    Altered,
}
