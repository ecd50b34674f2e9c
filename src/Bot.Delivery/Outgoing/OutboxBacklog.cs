using System.Runtime.InteropServices;

namespace Bot.Delivery.Outgoing;

/// <summary>Which conversations have replies waiting in the outbox, so that the next reply queues behind them without asking the store.</summary>
internal sealed class OutboxBacklog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Pending> _pending = new(StringComparer.Ordinal);
    private int _total;

    public int Total => Volatile.Read(ref _total);

    public bool IsPending(string conversation)
    {
        if (Total == 0)
        {
            return false;
        }
        lock (_gate)
        {
            return _pending.ContainsKey(conversation);
        }
    }

    public void Add(string conversation, int count = 1)
    {
        lock (_gate)
        {
            ref var pending = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, conversation, out _);
            pending = new(pending.Count + count, Changes: pending.Changes + 1, Looks: 0);
            _total += count;
        }
    }

    /// <summary>One less; a row that another process wrote is not counted here and takes nothing away.</summary>
    public void Remove(string conversation)
    {
        lock (_gate)
        {
            if (!_pending.TryGetValue(conversation, out var pending))
            {
                return;
            }
            _total--;
            if (pending.Count > 1)
            {
                _pending[conversation] = new(pending.Count - 1, pending.Changes + 1, Looks: 0);
            }
            else
            {
                _pending.Remove(conversation);
            }
        }
    }

    /// <summary>
    /// Conversations in which nothing was counted since the last time this was asked, with a mark for <see cref="Clear"/>: a reply is counted
    /// a moment before its row is there.
    /// </summary>
    public Dictionary<string, int> Quiet()
    {
        lock (_gate)
        {
            foreach (var conversation in _pending.Keys)
            {
                ref var pending = ref CollectionsMarshal.GetValueRefOrNullRef(_pending, conversation);
                pending = pending with { Looks = pending.Looks + 1 };
            }
            return _pending
                .Where(static pair => pair.Value.Looks > 1)
                .ToDictionary(static pair => pair.Key, static pair => pair.Value.Changes);
        }
    }

    /// <summary>Forgets conversations of which the store has no waiting reply: another process sent them.</summary>
    public void Clear(IEnumerable<KeyValuePair<string, int>> quiet)
    {
        lock (_gate)
        {
            foreach (var (conversation, changes) in quiet)
            {
                if (_pending.TryGetValue(conversation, out var pending) && pending.Changes == changes)
                {
                    _pending.Remove(conversation);
                    _total -= pending.Count;
                }
            }
        }
    }

    private readonly record struct Pending(int Count, int Changes, int Looks);
}
