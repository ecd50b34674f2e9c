using Bot.Indicators.Proposals;
using Bot.Store.Catalogues;
using Bot.Store.Notices;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Store.Facts;

/// <summary>
/// Facts out of documents: proposed, then approved, corrected, refused or taken back by an inspector. An approval writes an ordinary
/// revision of the contract's table in the same transaction; nothing is ever edited or deleted there, and every step stands in the audit log.
/// </summary>
public sealed class FactLedger
{
    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly CatalogueCache _catalogues;
    private readonly StoreVersion _version;
    private readonly TimeProvider _clock;

    internal FactLedger(IDbContextFactory<BotContext> contexts, CatalogueCache catalogues, StoreVersion version, TimeProvider clock) =>
        (_contexts, _catalogues, _version, _clock) = (contexts, catalogues, version, clock);

    /// <summary>
    /// Files what was read of a document as proposals, once: the same text again changes nothing and shows what became of it. A dry run
    /// only says what would be proposed.
    /// </summary>
    public async Task<DocumentReview> ProposeAsync(
        SourceDocument document,
        Extraction read,
        string by,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Writers queue here, so that two who bring the same document at once bring it one after the other.
        await TableImport.NextVersionAsync(transaction.GetDbTransaction(), cancellationToken);
        var id = Fingerprints.Hash(document.Text);
        var isNew = !await db.Set<DocumentRow>().AnyAsync(d => d.Id == id, cancellationToken);
        var catalogue = _catalogues.Current;
        if (isNew)
        {
            await new Proposing(db, catalogue, new Stamp(by, _clock.GetUtcNow())).FileAsync(id, document, read, cancellationToken);
        }

        var review = await Reviews.FindAsync(db, id, isNew, catalogue, cancellationToken);
        if (isNew && !dryRun)
        {
            await transaction.CommitAsync(cancellationToken);
            _version.Expire();
        }

        return review!;
    }

    /// <summary>A document as it stands; null where there is none.</summary>
    public async Task<DocumentReview?> FindAsync(string document, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await Reviews.FindAsync(db, document, isNew: false, _catalogues.Current, cancellationToken);
    }

    /// <summary>The newest documents of which something still waits, newest first.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Set<DocumentRow>()
            .Where(d => db.Set<ProposalRow>().Any(p => p.Document == d.Id && p.State == ProposalState.Proposed))
            .OrderByDescending(d => d.ProposedAt)
            .Select(d => d.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Carries out one decision where the proposal still stands as the inspector saw it. Who may decide was checked before.</summary>
    public async Task<DecisionOutcome> DecideAsync(FactDecision decision, string by, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var next = await TableImport.NextVersionAsync(transaction.GetDbTransaction(), cancellationToken);
        var stamp = new Stamp(by, _clock.GetUtcNow()) { CallerLogs = true };
        var outcome = await new Deciding(db, stamp).RunAsync(decision, cancellationToken);
        if (outcome == DecisionOutcome.Done)
        {
            await NoticeRows.RefreshRevisedAsync(db, stamp.At, next, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            _version.Expire();
        }

        return outcome;
    }

    /// <summary>
    /// Approves all that waits and needs no closer look, where the document still stands as the inspector saw it; how many those were, null
    /// where it does not.
    /// </summary>
    public async Task<int?> ApproveAllAsync(string document, int version, string by, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var next = await TableImport.NextVersionAsync(transaction.GetDbTransaction(), cancellationToken);
        var catalogue = _catalogues.Current;
        var review = await Reviews.FindAsync(db, document, isNew: false, catalogue, cancellationToken);
        if (review?.Version != version)
        {
            return null;
        }

        var stamp = new Stamp(by, _clock.GetUtcNow()) { CallerLogs = true };
        var deciding = new Deciding(db, stamp);
        var approved = 0;
        // The visit first: findings are filed under it.
        foreach (var fact in review.Plain.OrderBy(f => f.Fact is not ProposedInspection).ToList())
        {
            var decision = new FactDecision(FactAction.Approve, fact.Id, fact.Version);
            approved += await deciding.RunAsync(decision, cancellationToken) == DecisionOutcome.Done ? 1 : 0;
        }

        if (approved > 0)
        {
            await NoticeRows.RefreshRevisedAsync(db, stamp.At, next, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            _version.Expire();
        }

        return approved;
    }
}
