using System.Collections.Concurrent;
using Bot.Clocks;
using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>What each person has used of the day's tokens, so that nobody can run up the bill. Counted here and begun anew with the process.</summary>
internal sealed class TokenBudget(IOptions<ModelOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, long> _used = new(StringComparer.Ordinal);
    private readonly Lock _turningOver = new();
    private DateOnly _day;

    /// <summary>Whether that person may ask again today.</summary>
    public bool Allows(string asker)
    {
        TurnOver();
        return !_used.TryGetValue(asker, out var used) || used < options.Value.TokensPerDay;
    }

    /// <summary>Takes tokens; below zero gives back.</summary>
    public void Take(string asker, long tokens) => _used.AddOrUpdate(asker, tokens, (_, used) => used + tokens);

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
}
