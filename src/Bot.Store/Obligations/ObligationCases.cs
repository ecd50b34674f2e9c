using Bot.Indicators.Obligations;
using Bot.Indicators.Results;
using Bot.Store.Catalogues;
using Bot.Store.Querying;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Obligations;

/// <summary>Obligations with all that happened to them, as they stand on a day.</summary>
public sealed class ObligationCases
{
    private static readonly Provenance Nowhere = new(null, "", null, "", default, 0);

    private readonly CatalogueCache _catalogues;
    private readonly FactLoader _facts;
    private readonly IDbContextFactory<BotContext> _contexts;

    internal ObligationCases(CatalogueCache catalogues, FactLoader facts, IDbContextFactory<BotContext> contexts) =>
        (_catalogues, _facts, _contexts) = (catalogues, facts, contexts);

    /// <summary>One of them; where nothing is recorded, as its type's rule says that it is owed.</summary>
    public async Task<ObligationCase> FindAsync(ObligationKey key, DateOnly today, CancellationToken cancellationToken)
    {
        var view = View(today, cancellationToken);
        var recorded = (await view.ObligationsAsync()).FirstOrDefault(o => KeyOf(o) == key);
        await using var db = _contexts.CreateDbContext();
        var text = key.ToString();
        var events = await db.Set<ObligationEventRow>().AsNoTracking().Where(e => e.Obligation == text).ToListAsync(cancellationToken);
        return Case(key, recorded, events, view);
    }

    /// <summary>Every obligation that is recorded or that something happened to.</summary>
    public async Task<IReadOnlyList<ObligationCase>> AllAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var view = View(today, cancellationToken);
        await using var db = _contexts.CreateDbContext();
        var events = (await db.Set<ObligationEventRow>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(e => e.Obligation);
        var recorded = (await view.ObligationsAsync()).GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.Last());
        var keys = recorded.Keys.Union(events.Select(e => ObligationKey.Find(e.Key, view.Catalogue)).OfType<ObligationKey>());
        return [.. keys.Select(key => Case(key, recorded.GetValueOrDefault(key), [.. events[key.ToString()]], view))];
    }

    private StoreView View(DateOnly today, CancellationToken cancellationToken) =>
        new(_catalogues.Snapshot, _facts, new QueryScope(today, Asker: null), cancellationToken);

    private static ObligationKey KeyOf(RecordedObligation o) => new(o.Unit, o.Type.Code, o.Period);

    private static ObligationCase Case(ObligationKey key, RecordedObligation? recorded, List<ObligationEventRow> events, StoreView view)
    {
        var type = view.Catalogue[key.Type];
        var owed =
            recorded
            ?? new RecordedObligation
            {
                Unit = key.Unit,
                Type = type,
                Period = key.Period,
                Status = "",
                Provenance = Nowhere,
            };
        return new ObligationCase
        {
            Key = key,
            Type = type,
            Obligation = ObligationEngine.Judge(owed, view),
            IsRecorded = recorded is not null,
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
}
