using System.Collections.Concurrent;
using Bot.Activities;
using Bot.Store.Audit;

namespace Bot.Turns;

/// <summary>
/// Notes in the audit log that somebody of a tenant that may not talk to the bot tried to: once an hour for each, since anybody in the world
/// may try, and no more than the log can bear.
/// </summary>
internal sealed class RefusedTenants(AuditLog audit, TimeProvider clock)
{
    private const int MostAnHour = 1_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string? Tenant, string? Person), long> _noted = new();

    public Task NoteAsync(Activity activity, string reason)
    {
        var now = clock.GetTimestamp();
        foreach (var (who, at) in _noted)
        {
            if (clock.GetElapsedTime(at, now) > Hour)
            {
                _noted.TryRemove(who, out _);
            }
        }

        var tenant = activity.Conversation?.TenantId;
        var person = activity.From?.AadObjectId;
        return _noted.Count < MostAnHour && _noted.TryAdd((tenant, person), now)
            ? audit.RefusedAsync($"tenant:{tenant}/{person}", activity.Type, "", reason, CancellationToken.None)
            : Task.CompletedTask;
    }
}
