using System.Collections.Concurrent;
using Bot.Store.Audit;

namespace Bot.Turns;

/// <summary>
/// Notes in the audit log that somebody of a tenant that may not talk to the bot tried to: once an hour for each, since anybody in the world
/// may try, and no more than the log can bear.
/// </summary>
internal sealed class RefusedStrangers(AuditLog audit, TimeProvider clock)
{
    private const int MostAnHour = 1_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string? Tenant, string? Person), long> _noted = new();

    /// <summary>Notes it.</summary>
    /// <param name="tenant">The tenant that may not; null where none was named.</param>
    /// <param name="person">The Entra object id; null where none was named.</param>
    /// <param name="what">What was tried.</param>
    /// <param name="reason">Why it was refused.</param>
    public Task NoteAsync(string? tenant, string? person, string what, string reason)
    {
        var now = clock.GetTimestamp();
        foreach (var (who, at) in _noted)
        {
            if (clock.GetElapsedTime(at, now) > Hour)
            {
                _noted.TryRemove(who, out _);
            }
        }

        return _noted.Count < MostAnHour && _noted.TryAdd((tenant, person), now)
            ? audit.RefusedAsync($"tenant:{tenant}/{person}", what, "", reason, CancellationToken.None)
            : Task.CompletedTask;
    }
}
