using Bot.Indicators.Obligations;
using Bot.Store.Catalogues;
using Bot.Store.Querying;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Obligations;

/// <summary>
/// Obligations with all that happened to them, as they stand on a day. Also what another process wrote a moment ago counts: a card that takes
/// the place of another stays as it is, and nobody is to be reminded of what is done.
/// </summary>
public sealed class ObligationCases
{
    private readonly CatalogueCache _catalogues;
    private readonly FactLoader _facts;
    private readonly StoreVersion _version;
    private readonly IDbContextFactory<BotContext> _contexts;
    private volatile Recorded? _recorded;

    internal ObligationCases(CatalogueCache catalogues, FactLoader facts, StoreVersion version, IDbContextFactory<BotContext> contexts) =>
        (_catalogues, _facts, _version, _contexts) = (catalogues, facts, version, contexts);

    /// <summary>One of them; where nothing is recorded, as its type's rule says that it is owed.</summary>
    public async Task<ObligationCase> FindAsync(ObligationKey key, DateOnly today, CancellationToken cancellationToken) =>
        (await FindAsync([key], today, cancellationToken))[0];

    /// <summary>Several of them, in the order given.</summary>
    public async Task<IReadOnlyList<ObligationCase>> FindAsync(
        IReadOnlyList<ObligationKey> keys,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var view = View(today, cancellationToken);
        var recorded = await RecordedAsync(view);
        await using var db = _contexts.CreateDbContext();
        List<string> texts = [.. keys.Select(key => key.ToString())];
        var events = (
            await db.Set<ObligationEventRow>().AsNoTracking().Where(e => texts.Contains(e.Obligation)).ToListAsync(cancellationToken)
        ).ToLookup(e => e.Obligation);
        return [.. keys.Select(key => Case(key, recorded.GetValueOrDefault(key), [.. events[key.ToString()]], view))];
    }

    /// <summary>Every obligation that is recorded, that has opened or that something happened to.</summary>
    public Task<IReadOnlyList<ObligationCase>> AllAsync(DateOnly today, CancellationToken cancellationToken) =>
        AllAsync(today, [], cancellationToken);

    /// <summary>The same, and those that are owed by their type's rule though nothing speaks of them.</summary>
    public async Task<IReadOnlyList<ObligationCase>> AllAsync(
        DateOnly today,
        IEnumerable<ObligationKey> owed,
        CancellationToken cancellationToken
    )
    {
        var view = View(today, cancellationToken);
        await using var db = _contexts.CreateDbContext();
        var events = (await db.Set<ObligationEventRow>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(e => e.Obligation);
        var recorded = await RecordedAsync(view);
        var keys = recorded
            .Keys.Union((await view.OpenedAsync()).Select(o => o.Key))
            .Union(events.Select(e => ObligationKey.Find(e.Key, view.Catalogue)).OfType<ObligationKey>())
            .Union(owed);
        return [.. keys.Select(key => Case(key, recorded.GetValueOrDefault(key), [.. events[key.ToString()]], view))];
    }

    // Made anew where the store gives other rows: a reminder is composed by looking one obligation up among very many.
    private async Task<IReadOnlyDictionary<ObligationKey, RecordedObligation>> RecordedAsync(StoreView view)
    {
        var rows = await view.ObligationsAsync();
        if (_recorded is { } known && ReferenceEquals(known.Rows, rows))
        {
            return known.ByKey;
        }

        var byKey = rows.GroupBy(o => o.Key).ToDictionary(group => group.Key, group => group.Last());
        _recorded = new Recorded(rows, byKey);
        return byKey;
    }

    private StoreView View(DateOnly today, CancellationToken cancellationToken)
    {
        _version.Expire();
        return new(_catalogues.Snapshot, _facts, new QueryScope(today, Asker: null), cancellationToken);
    }

    private static ObligationCase Case(ObligationKey key, RecordedObligation? recorded, List<ObligationEventRow> events, StoreView view)
    {
        var type = view.Catalogue[key.Type];
        var owed = recorded ?? RecordedObligation.ByRule(key, type);
        return new ObligationCase
        {
            Key = key,
            Type = type,
            Obligation = ObligationEngine.Judge(owed, view),
            Events = [.. events.OrderBy(e => e.Version).Select(Event)],
        };
    }

    private static ObligationEvent Event(ObligationEventRow row) =>
        new()
        {
            Step = row.Step,
            By = row.By,
            At = row.At,
            DocumentNumber = row.DocumentNumber,
            IssuedOn = row.IssuedOn,
            Link = Uri.TryCreate(row.Link, UriKind.Absolute, out var link) ? link : null,
            Until = row.Until,
            Reason = row.Reason,
        };

    private sealed record Recorded(IReadOnlyList<RecordedObligation> Rows, IReadOnlyDictionary<ObligationKey, RecordedObligation> ByKey);
}
