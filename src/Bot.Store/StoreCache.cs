using Microsoft.Extensions.Caching.Memory;

namespace Bot.Store;

/// <summary>The store's own memory, bounded; every key carries the store's version, so that nothing outdated is found again.</summary>
internal sealed class StoreCache : IDisposable
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public bool TryGet<T>(object key, out T? value) => _memory.TryGetValue(key, out value);

    public void Keep(object key, object value) =>
        _memory.Set(key, value, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unused });

    public void Dispose() => _memory.Dispose();
}
