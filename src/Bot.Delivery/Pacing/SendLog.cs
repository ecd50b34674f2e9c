namespace Bot.Delivery.Pacing;

/// <summary>How many sends are permitted in any stretch of time of this length.</summary>
/// <param name="Count">At most so many; 0 for any number.</param>
/// <param name="Length">The length of the stretch.</param>
internal readonly record struct PaceLimit(int Count, TimeSpan Length);

/// <summary>When the last sends were, as far back as the limits look: exact at every moment, where a bucket would let twice its size through.</summary>
internal sealed class SendLog
{
    private readonly PaceLimit[] _limits;
    private readonly List<TimeSpan> _sends = [];
    private readonly int _kept;
    private int _oldest;
    private TimeSpan _heldUntil;

    public SendLog(params PaceLimit[] limits)
    {
        _limits = Array.FindAll(limits, static limit => limit.Count > 0);
        _kept = _limits.Length == 0 ? 0 : _limits.Max(static limit => limit.Count);
    }

    /// <summary>When the last send was.</summary>
    public TimeSpan Last { get; private set; }

    /// <summary>How long to wait before one more; zero for not at all.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="instances">Among how many processes the limits are shared, each getting one send at least.</param>
    public TimeSpan WaitAt(TimeSpan now, int instances)
    {
        var next = _heldUntil;
        foreach (var limit in _limits)
        {
            var count = Math.Max(1, limit.Count / instances);
            if (_sends.Count >= count)
            {
                var first = Ago(count) + limit.Length;
                next = first > next ? first : next;
            }
        }
        return next > now ? next - now : TimeSpan.Zero;
    }

    public void Add(TimeSpan now)
    {
        Last = now;
        if (_sends.Count < _kept)
        {
            _sends.Add(now);
        }
        else if (_kept > 0)
        {
            _sends[_oldest] = now;
            _oldest = (_oldest + 1) % _kept;
        }
    }

    public void HoldUntil(TimeSpan moment) => _heldUntil = moment > _heldUntil ? moment : _heldUntil;

    // The send that was the n-th last.
    private TimeSpan Ago(int n) => _sends[(_oldest + _sends.Count - n) % _sends.Count];
}
