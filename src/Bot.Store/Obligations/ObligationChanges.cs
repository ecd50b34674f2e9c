using System.Globalization;
using System.Text.Json;
using Bot.Indicators.Obligations;
using Bot.Store.Audit;
using Bot.Store.Notices;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Bot.Store.Tables.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Obligations;

/// <summary>
/// Appends what happened to an obligation, in one transaction with what follows from it: the recorded row once an inspector has decided,
/// fresh cards for every copy that was posted, and notices to those who must act next.
/// </summary>
public sealed class ObligationChanges
{
    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly StoreVersion _version;
    private readonly TimeProvider _clock;

    internal ObligationChanges(IDbContextFactory<BotContext> contexts, StoreVersion version, TimeProvider clock) =>
        (_contexts, _version, _clock) = (contexts, version, clock);

    /// <summary>
    /// Takes the event where the obligation still stands as the actor saw it; false where somebody was faster, and then nothing is changed.
    /// Who may do it was decided before.
    /// </summary>
    public async Task<bool> TryAppendAsync(
        ObligationCase seen,
        ObligationEvent happened,
        IReadOnlyList<PlannedNotice> notices,
        CancellationToken cancellationToken
    )
    {
        var obligation = seen.Key.ToString();
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<ObligationEventRow>().CountAsync(e => e.Obligation == obligation, cancellationToken) != seen.Version)
        {
            return false;
        }

        db.Add(Row(obligation, seen.Version + 1, happened));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two at once: the key lets one through.
            return false;
        }

        var isRecorded = await RecordAsync(db, seen, happened, cancellationToken);
        if (happened.Step == ObligationStep.Acknowledged)
        {
            await AcknowledgeAsync(db, obligation, happened, cancellationToken);
        }

        var entry = new AuditEntry(
            "obligation/" + JsonNamingPolicy.CamelCase.ConvertName(happened.Step.ToString()),
            "obligations",
            obligation,
            New: happened.DocumentNumber ?? "",
            Reason: happened.Reason ?? ""
        );
        await AuditChain.AppendAsync(db, new Stamp(happened.By, happened.At), [entry], cancellationToken);
        var mark = (seen.Version + 1).ToString(CultureInfo.InvariantCulture);
        await NoticeRows.RefreshAsync(db, obligation, mark, cancellationToken);
        await NoticeRows.AddAsync(db, notices, happened.At, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (isRecorded)
        {
            _version.Expire();
        }

        return true;
    }

    /// <summary>Plans notices that a person asked for; how many go out to recipients who have not had them before.</summary>
    public async Task<int> AnnounceAsync(IReadOnlyList<PlannedNotice> notices, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var added = 0;
        foreach (var notice in notices)
        {
            var deliveries = await NoticeRows.AddAsync(db, [notice], _clock.GetUtcNow(), cancellationToken);
            added += notice.SuppressedBecause is null ? Math.Min(1, deliveries) : 0;
        }

        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    private static ObligationEventRow Row(string obligation, int version, ObligationEvent happened) =>
        new()
        {
            Obligation = obligation,
            Version = version,
            Step = happened.Step,
            By = happened.By,
            At = happened.At,
            DocumentNumber = happened.DocumentNumber,
            IssuedOn = happened.IssuedOn,
            Link = happened.Link?.AbsoluteUri,
            Until = happened.Until,
            Reason = happened.Reason,
        };

    // What an inspector decided is a fact: a revision of the obligation's row, as an import would write it.
    private async Task<bool> RecordAsync(BotContext db, ObligationCase seen, ObligationEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Step is not (ObligationStep.Confirmed or ObligationStep.ExtensionGranted))
        {
            return false;
        }

        var key = seen.Key.ToString();
        var row =
            await db.Set<ObligationRow>().AsNoTracking().FirstOrDefaultAsync(o => o.Key == key && o.IsCurrent, cancellationToken)
            ?? new ObligationRow
            {
                OrgUnit = seen.Key.Unit.Value,
                Type = seen.Key.Type.Value,
                Period = seen.Key.Period.ToString(),
            };
        row.Id = 0;
        if (happened.Step == ObligationStep.Confirmed && seen.Marked is { } marked)
        {
            (row.Status, row.DocumentNumber, row.IssuedOn) = ("issued", marked.DocumentNumber ?? "", marked.IssuedOn);
            // What the source said of it no longer holds; who says so now stands in the stamp and in the events.
            (row.Source, row.Note) = ("", "");
        }
        else
        {
            row.Deadline = happened.Until;
        }

        await new ObligationTable().ReviseAsync(db, row, new Stamp(happened.By, _clock.GetUtcNow()), cancellationToken);
        return true;
    }

    private static async Task AcknowledgeAsync(
        BotContext db,
        string obligation,
        ObligationEvent happened,
        CancellationToken cancellationToken
    )
    {
        var recipient = $"contact:{happened.By}";
        await db
            .Deliveries.Where(d => d.Obligation == obligation && d.Recipient == recipient && d.State == DeliveryState.Delivered)
            .ExecuteUpdateAsync(
                row => row.SetProperty(d => d.State, DeliveryState.Acknowledged).SetProperty(d => d.At, happened.At),
                cancellationToken
            );
    }
}
