using System.Security.Cryptography;
using System.Text;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Store.Audit;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Bot.Store.Tables.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Store.Contacts;

/// <summary>Contacts that an admin changes by card: each change is a revision of its row and stands in the audit log.</summary>
public sealed class ContactChanges
{
    private static readonly ContactTable Table = new();

    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly StoreVersion _version;
    private readonly TimeProvider _clock;

    internal ContactChanges(IDbContextFactory<BotContext> contexts, StoreVersion version, TimeProvider clock) =>
        (_contexts, _version, _clock) = (contexts, version, clock);

    /// <summary>A mark of a contact as it stands: a form that was drawn before it changed does not bear it.</summary>
    public static string MarkOf(Contact contact) => MarkOf(Row(contact));

    /// <summary>Writes the contact where it still stands as the admin saw it.</summary>
    /// <param name="contact">What it shall be.</param>
    /// <param name="seen">The mark of what the admin saw; empty where there was none.</param>
    /// <param name="by">The admin.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where somebody was faster; then nothing is changed.</returns>
    public Task<bool> SaveAsync(Contact contact, string seen, string by, CancellationToken cancellationToken) =>
        ChangeAsync(contact.Upn, seen, by, Row(contact), cancellationToken);

    /// <summary>Takes the contact out where it still stands as the admin saw it; its history stays.</summary>
    public Task<bool> RemoveAsync(string upn, string seen, string by, CancellationToken cancellationToken) =>
        ChangeAsync(upn, seen, by, row: null, cancellationToken);

    private async Task<bool> ChangeAsync(string upn, string seen, string by, ContactRow? row, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Writers queue here.
        await TableImport.NextVersionAsync(transaction.GetDbTransaction(), cancellationToken);
        var key = upn.ToLowerInvariant();
        var before = await db.Set<ContactRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(contact => contact.Key == key && contact.IsCurrent, cancellationToken);
        if (seen != (before is null ? "" : MarkOf(before)))
        {
            return false;
        }

        var stamp = new Stamp(by, _clock.GetUtcNow()) { CallerLogs = true };
        if (row is null)
        {
            await db.Set<ContactRow>()
                .Where(contact => contact.Key == key && contact.IsCurrent)
                .ExecuteUpdateAsync(set => set.SetProperty(contact => contact.IsCurrent, false), cancellationToken);
        }
        else
        {
            await Table.ReviseAsync(db, row, stamp, cancellationToken);
        }

        var entry = new AuditEntry(
            row is null ? "contact/remove" : "contact/save",
            Table.Name,
            key,
            before is null ? "" : AuditCells.Of(Table, Table.Write(before)),
            row is null ? "" : AuditCells.Of(Table, Table.Write(row))
        );
        await AuditChain.AppendAsync(db, stamp, [entry], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _version.Expire();
        return true;
    }

    private static string MarkOf(ContactRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Table.Write(row))))[..8]);

    private static ContactRow Row(Contact contact) =>
        new()
        {
            Upn = contact.Upn,
            AadObjectId = contact.AadObjectId,
            Name = contact.Name,
            Role = contact.Role,
            OrgUnit = contact.Unit?.Value ?? "",
            Language = contact.Language == Language.English ? "en" : "vi",
        };
}
