using Bot.Activities;

namespace Bot.Delivery.Incoming;

/// <summary>The answers to the last invokes: an invoke that comes twice is carried out once and answered alike (bot-protocol 4.1).</summary>
/// <param name="clock">Tells when a generation is old.</param>
internal sealed class RecentResponses(TimeProvider clock)
{
    private const int Limit = 1_000;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(2);
    private readonly Lock _gate = new();
    private Dictionary<UInt128, InvokeResponse> _young = [];
    private Dictionary<UInt128, InvokeResponse> _old = [];
    private long _born = clock.GetTimestamp();

    public InvokeResponse? Find(UInt128 key)
    {
        lock (_gate)
        {
            return _young.TryGetValue(key, out var response) || _old.TryGetValue(key, out response) ? response : null;
        }
    }

    public void Add(UInt128 key, InvokeResponse response)
    {
        lock (_gate)
        {
            if (_young.Count >= Limit || clock.GetElapsedTime(_born) >= Keep)
            {
                (_old, _young, _born) = (_young, [], clock.GetTimestamp());
            }
            _young[key] = response;
        }
    }
}
