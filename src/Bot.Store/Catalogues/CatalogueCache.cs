using Bot.Indicators.Catalogues;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Catalogues;

/// <summary>The catalogue from memory, replaced as soon as the store's version says that somebody wrote, in this process or another.</summary>
public sealed class CatalogueCache
{
    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly StoreVersion _version;
    private readonly StoreCache _cache;
    private readonly Lock _loading = new();

    internal CatalogueCache(IDbContextFactory<BotContext> contexts, StoreVersion version, StoreCache cache) =>
        (_contexts, _version, _cache) = (contexts, version, cache);

    /// <summary>The catalogue as it is now.</summary>
    public Catalogue Current => Snapshot.Catalogue;

    internal CatalogueSnapshot Snapshot
    {
        get
        {
            var version = _version.Read();
            return Find(version) ?? Load();
        }
    }

    private CatalogueSnapshot? Find(long version) => _cache.TryGet(new Key(version), out CatalogueSnapshot? snapshot) ? snapshot : null;

    private CatalogueSnapshot Load()
    {
        lock (_loading)
        {
            while (true)
            {
                var version = _version.Read();
                if (Find(version) is { } snapshot)
                {
                    return snapshot;
                }

                using var db = _contexts.CreateDbContext();
                snapshot = CatalogueLoader.Load(db, version);
                _version.Expire();
                // An import in between: read again, so that a snapshot is always of one version.
                if (_version.Read() == version)
                {
                    _cache.Keep(new Key(version), snapshot);
                    return snapshot;
                }
            }
        }
    }

    private sealed record Key(long Version);
}
