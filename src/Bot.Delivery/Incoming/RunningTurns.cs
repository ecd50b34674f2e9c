namespace Bot.Delivery.Incoming;

/// <summary>All turns that run or wait, oldest first, bounded in number.</summary>
/// <param name="limit">How many there may be at once.</param>
internal sealed class RunningTurns(int limit)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Turn> _turns = [];
    private TaskCompletionSource? _empty;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _turns.Count;
            }
        }
    }

    /// <summary>False when there are too many.</summary>
    public bool TryAdd(Turn turn)
    {
        lock (_gate)
        {
            if (_turns.Count >= limit)
            {
                return false;
            }
            _turns.AddLast(turn.Place);
            return true;
        }
    }

    /// <summary>Adds a turn that was accepted before the limit could be asked.</summary>
    public void Add(Turn turn)
    {
        lock (_gate)
        {
            _turns.AddLast(turn.Place);
        }
    }

    public void Remove(Turn turn)
    {
        TaskCompletionSource? empty = null;
        lock (_gate)
        {
            _turns.Remove(turn.Place);
            if (_turns.Count == 0)
            {
                (empty, _empty) = (_empty, null);
            }
        }
        empty?.SetResult();
    }

    /// <summary>The turns that began to wait at or before the moment, oldest first.</summary>
    public List<Turn> Since(long timestamp)
    {
        var found = new List<Turn>();
        lock (_gate)
        {
            for (var place = _turns.First; place is not null && place.Value.Began <= timestamp; place = place.Next)
            {
                found.Add(place.Value);
            }
        }
        return found;
    }

    /// <summary>Ends when no turn is left.</summary>
    public Task WhenEmptyAsync()
    {
        lock (_gate)
        {
            return _turns.Count == 0 ? Task.CompletedTask : (_empty ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
