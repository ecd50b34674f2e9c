using Bot.Indicators.Queries;
using Bot.Indicators.Results;
using Bot.Store.Catalogues;

namespace Bot.Store.Querying;

/// <summary>Runs a query on the store. Equal queries of one version, day and right to see are answered from memory.</summary>
public sealed class QueryEngine
{
    private readonly CatalogueCache _catalogues;
    private readonly FactLoader _facts;
    private readonly StoreCache _cache;

    internal QueryEngine(CatalogueCache catalogues, FactLoader facts, StoreCache cache) =>
        (_catalogues, _facts, _cache) = (catalogues, facts, cache);

    /// <summary>Answers the query as the store is now.</summary>
    public ValueTask<Result> RunAsync(StoreQuery query, QueryScope scope, CancellationToken cancellationToken)
    {
        var snapshot = _catalogues.Snapshot;
        var key = new Key(query, snapshot.Version, scope.ProposedSeen, scope.Today);
        return _cache.TryGet(key, out Result? result)
            ? ValueTask.FromResult(result!)
            : RunAndKeepAsync(query, key, new StoreView(snapshot, _facts, scope, cancellationToken));
    }

    private async ValueTask<Result> RunAndKeepAsync(StoreQuery query, Key key, StoreView view)
    {
        var result = await RunAsync(query, view);
        _cache.Keep(key, result);
        return result;
    }

    internal static ValueTask<Result> RunAsync(StoreQuery query, StoreView view) =>
        query switch
        {
            ValueQuery q => ValueEngine.RunAsync(q, view),
            CompareQuery q => CompareEngine.RunAsync(q, view),
            RankQuery q => RankEngine.RunAsync(q, view),
            FilterQuery q => FilterEngine.RunAsync(q, view),
            TrendQuery q => TrendEngine.RunAsync(q, view),
            ChangeQuery q => ChangeEngine.RunAsync(q, view),
            TargetQuery q => TargetEngine.RunAsync(q, view),
            AggregateQuery q => AggregateEngine.RunAsync(q, view),
            ProfileQuery q => ProfileEngine.RunAsync(q, view),
            CoverageQuery q => CoverageEngine.RunAsync(q, view),
            ObligationsQuery q => ObligationEngine.RunAsync(q, view),
            FindingsQuery q => FindingEngine.RunAsync(q, view),
            InspectionQuery q => CatalogueEngine.RunAsync(q, view),
            ProjectsQuery q => CatalogueEngine.RunAsync(q, view),
            DefineQuery q => CatalogueEngine.RunAsync(q, view),
            ProvenanceQuery q => OriginEngine.RunAsync(q, view),
            HistoryQuery q => OriginEngine.RunAsync(q, view),
            PlanQuery q => PlanEngine.RunAsync(q, view),
            _ => throw new NotSupportedException($"No engine runs a {query.Kind} query."),
        };

    private sealed record Key(StoreQuery Query, long Version, string ProposedSeen, DateOnly Today);
}
