using System.Runtime.InteropServices;

namespace Bot.Delivery.Pacing;

/// <summary>
/// Keeps the outbox within what the connector permits: in a conversation, in a tenant and overall. A Retry-After holds its conversation;
/// one that several conversations get in a row is about the tenant and holds that.
/// </summary>
internal sealed class ConnectorPace(DeliveryClock time)
{
    private const int ThrottledInARow = 3;
    private static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SendLog> _conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tenant> _tenants = new(StringComparer.Ordinal);
    private readonly SendLog _overall = new(Second(time.Options.Pace.OverallPerSecond));
    private readonly long _start = time.Clock.GetTimestamp();
    private int _sweepAt = 1_000;
    private int _instances = 1;

    /// <summary>How many processes send for this bot at the moment, this one included: each takes its share of what is permitted.</summary>
    public void ShareAmong(int instances) => Volatile.Write(ref _instances, instances);

    /// <summary>Takes a permit as soon as there is one; where that is longer than the patience, takes none and says how long it is.</summary>
    public async Task<TimeSpan> EnterAsync(string conversation, string tenant, TimeSpan patience, CancellationToken cancellationToken)
    {
        var end = Now + patience;
        while (TryEnter(conversation, tenant) is var wait && wait > TimeSpan.Zero)
        {
            if (Now + wait > end)
            {
                return wait;
            }
            await Task.Delay(wait, time.Clock, cancellationToken);
        }
        return TimeSpan.Zero;
    }

    /// <summary>How long the conversation must rest before its next send.</summary>
    public TimeSpan RestOf(string conversation)
    {
        lock (_gate)
        {
            return Conversation(conversation).WaitAt(Now, _instances);
        }
    }

    /// <summary>The connector took a send.</summary>
    public void Took(string tenant)
    {
        lock (_gate)
        {
            TenantOf(tenant).Throttled.Clear();
        }
    }

    /// <summary>The connector asks to wait.</summary>
    public void Throttled(string conversation, string tenant, TimeSpan retryAfter)
    {
        lock (_gate)
        {
            var moment = Now + retryAfter;
            Conversation(conversation).HoldUntil(moment);
            var all = TenantOf(tenant);
            all.Throttled.Add(conversation);
            if (all.Throttled.Count >= ThrottledInARow)
            {
                all.Sends.HoldUntil(moment);
            }
        }
    }

    private TimeSpan Now => time.Clock.GetElapsedTime(_start);

    private TimeSpan TryEnter(string conversation, string tenant)
    {
        lock (_gate)
        {
            var now = Now;
            SendLog[] logs = [Conversation(conversation), TenantOf(tenant).Sends, _overall];
            var wait = logs.Max(log => log.WaitAt(now, _instances));
            if (wait == TimeSpan.Zero)
            {
                Array.ForEach(logs, log => log.Add(now));
            }
            return wait;
        }
    }

    private SendLog Conversation(string key)
    {
        ref var log = ref CollectionsMarshal.GetValueRefOrAddDefault(_conversations, key, out var known);
        if (known)
        {
            return log!;
        }
        var pace = time.Options.Pace;
        log = new(
            Second(pace.ConversationPerSecond),
            new(pace.ConversationPerTwoSeconds, TimeSpan.FromSeconds(2)),
            new(pace.ConversationPerHalfMinute, TimeSpan.FromSeconds(30)),
            new(pace.ConversationPerHour, TimeSpan.FromHours(1))
        );
        var made = log;
        Sweep();
        return made;
    }

    private Tenant TenantOf(string key)
    {
        ref var tenant = ref CollectionsMarshal.GetValueRefOrAddDefault(_tenants, key, out _);
        return tenant ??= new(new(Second(time.Options.Pace.TenantPerSecond)), []);
    }

    // What no limit looks back to any more is forgotten, whenever the conversations have doubled.
    private void Sweep()
    {
        if (_conversations.Count < _sweepAt)
        {
            return;
        }
        var now = Now;
        foreach (var (key, log) in _conversations)
        {
            if (log.Last + Forget < now && log.WaitAt(now, _instances) == TimeSpan.Zero)
            {
                _conversations.Remove(key);
            }
        }
        _sweepAt = Math.Max(1_000, 2 * _conversations.Count);
    }

    private static PaceLimit Second(int count) => new(count, TimeSpan.FromSeconds(1));

    /// <param name="Sends">All sends into the tenant.</param>
    /// <param name="Throttled">The conversations that were told to wait since the tenant took a send.</param>
    private sealed record Tenant(SendLog Sends, HashSet<string> Throttled);
}
