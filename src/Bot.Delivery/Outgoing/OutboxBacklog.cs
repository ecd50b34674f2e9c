using System.Runtime.InteropServices;

namespace Bot.Delivery.Outgoing;

/// <summary>Which conversations have replies waiting in the outbox, so that the next reply queues behind them without asking the store.</summary>
internal sealed class OutboxBacklog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _pending = new(StringComparer.Ordinal);
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
            CollectionsMarshal.GetValueRefOrAddDefault(_pending, conversation, out _) += count;
            _total += count;
        }
    }

    /// <summary>One less; a row that another process wrote is not counted here and takes nothing away.</summary>
    public void Remove(string conversation)
    {
        lock (_gate)
        {
            if (!_pending.TryGetValue(conversation, out var count))
            {
                return;
            }
            _total--;
            if (count > 1)
            {
                _pending[conversation] = count - 1;
            }
            else
            {
                _pending.Remove(conversation);
            }
        }
    }
}
