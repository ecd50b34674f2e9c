namespace Bot.Delivery.Incoming;

/// <summary>Remembers answered activities in two generations, so that forgetting the old ones costs nothing.</summary>
/// <param name="clock">Tells when a generation is old.</param>
/// <param name="keep">How long a key is kept at least, unless the limit comes first.</param>
/// <param name="limit">How many keys are kept at most.</param>
internal sealed class AnsweredKeys(TimeProvider clock, TimeSpan keep, int limit)
{
    private readonly Lock _gate = new();
    private HashSet<UInt128> _young = [];
    private HashSet<UInt128> _old = [];
    private long _born = clock.GetTimestamp();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _young.Count + _old.Count;
            }
        }
    }

    public bool Contains(UInt128 key)
    {
        lock (_gate)
        {
            return _young.Contains(key) || _old.Contains(key);
        }
    }

    public void Add(UInt128 key)
    {
        lock (_gate)
        {
            if (_young.Count >= limit / 2 || clock.GetElapsedTime(_born) >= keep)
            {
                (_old, _young, _born) = (_young, [], clock.GetTimestamp());
            }
            _young.Add(key);
        }
    }
}
