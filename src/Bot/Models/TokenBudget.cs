using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Clocks;
using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>
/// What each person has used of the day's tokens, so that nobody can run up the bill. With Redis all instances count together and a restart
/// forgets nothing; without, each process counts for itself.
/// </summary>
internal sealed class TokenBudget(IOptions<ModelOptions> options, RedisLink redis, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, long> _used = new(StringComparer.Ordinal);
    private readonly Lock _turningOver = new();
    private DateOnly _day;

    /// <summary>Whether that person may ask again today.</summary>
    public async ValueTask<bool> AllowsAsync(string asker)
    {
        TurnOver();
        if (!_used.TryGetValue(asker, out var used) && redis.IsConfigured)
        {
            used = await redis.TryAsync(async db => (long)await db.StringGetAsync(Key(asker)));
            _used.TryAdd(asker, used);
        }

        return used < options.Value.TokensPerDay;
    }

    /// <summary>Takes tokens; below zero gives back.</summary>
    public async ValueTask TakeAsync(string asker, long tokens)
    {
        _used.AddOrUpdate(asker, tokens, (_, used) => used + tokens);
        if (redis.IsConfigured)
        {
            var key = Key(asker);
            var all = await redis.TryAsync(async db =>
            {
                var sum = await db.StringIncrementAsync(key, tokens);
                await db.KeyExpireAsync(key, Kept);
                return sum;
            });
            _used.AddOrUpdate(asker, all, (_, used) => Math.Max(used, all));
        }
    }

    private void TurnOver()
    {
        var today = clock.Today;
        lock (_turningOver)
        {
            if (_day != today)
            {
                _day = today;
                _used.Clear();
            }
        }
    }

    // Who it is stays here; only that two are the same one goes out.
    private string Key(string asker) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"bot:model:tokens:{clock.Today:yyyyMMdd}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(asker)).AsSpan(0, 12))}"
        );
}
