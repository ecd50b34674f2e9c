using Bot.Indicators.Catalogues;
using Bot.Indicators.Learning;
using Bot.Store.Catalogues;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Bot.Store.Tables.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Learning;

/// <summary>
/// Other names that a person gives to a unit or an indicator: each change is a revision of its row, with who and when, and holds for the
/// next question.
/// </summary>
public sealed class AliasBook
{
    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly StoreVersion _version;
    private readonly TimeProvider _clock;

    internal AliasBook(IDbContextFactory<BotContext> contexts, StoreVersion version, TimeProvider clock) =>
        (_contexts, _version, _clock) = (contexts, version, clock);

    /// <summary>The catalogue as it would be with the alias; nothing is written.</summary>
    public async Task<Catalogue> PreviewAsync(Alias alias, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ReviseAsync(db, alias, keep: true, by: "", cancellationToken);
        return CatalogueLoader.Load(db, version: 0).Catalogue;
    }

    /// <summary>Adds the alias; false where the thing bears it already or is no longer there.</summary>
    public Task<bool> AddAsync(Alias alias, string by, CancellationToken cancellationToken) =>
        ChangeAsync(alias, keep: true, by, cancellationToken);

    /// <summary>Takes the alias back; false where the thing does not bear it.</summary>
    public Task<bool> RemoveAsync(Alias alias, string by, CancellationToken cancellationToken) =>
        ChangeAsync(alias, keep: false, by, cancellationToken);

    private async Task<bool> ChangeAsync(Alias alias, bool keep, string by, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReviseAsync(db, alias, keep, by, cancellationToken))
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        _version.Expire();
        return true;
    }

    private async Task<bool> ReviseAsync(BotContext db, Alias alias, bool keep, string by, CancellationToken cancellationToken)
    {
        var stamp = new Stamp(by, _clock.GetUtcNow());
        var isChanged = false;
        foreach (var unit in alias.Units)
        {
            if (
                await CurrentAsync<OrgUnitRow>(db, unit.Value, cancellationToken) is { } row
                && Changed(row.Aliases, alias.Name, keep) is { } aliases
            )
            {
                row.Aliases = aliases;
                await new OrgUnitTable().ReviseAsync(db, row, stamp, cancellationToken);
                isChanged = true;
            }
        }

        if (
            alias.Indicator is { } indicator
            && await CurrentAsync<IndicatorRow>(db, indicator.Value, cancellationToken) is { } measured
            && Changed(measured.Aliases, alias.Name, keep) is { } names
        )
        {
            measured.Aliases = names;
            await new IndicatorTable().ReviseAsync(db, measured, stamp, cancellationToken);
            isChanged = true;
        }

        return isChanged;
    }

    // A row that is read to become the next revision: the database numbers it anew.
    private static async Task<TRow?> CurrentAsync<TRow>(BotContext db, string key, CancellationToken cancellationToken)
        where TRow : RevisedRow
    {
        var row = await db.Set<TRow>().AsNoTracking().SingleOrDefaultAsync(r => r.IsCurrent && r.Key == key, cancellationToken);
        if (row is not null)
        {
            row.Id = 0;
        }

        return row;
    }

    private static string? Changed(string aliases, string name, bool keep)
    {
        List<string> names = [.. aliases.Split('|', StringSplitOptions.RemoveEmptyEntries)];
        if (names.Contains(name) == keep)
        {
            return null;
        }

        if (keep)
        {
            names.Add(name);
        }
        else
        {
            names.Remove(name);
        }

        return string.Join('|', names);
    }
}
