using System.Runtime.InteropServices;

namespace Bot.Delivery.Incoming;

/// <summary>
/// One turn at a time in each conversation, in the order in which they came; conversations know nothing of each other, and one without
/// turns leaves no trace.
/// </summary>
internal sealed class ConversationTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>?> _waiting = new(StringComparer.Ordinal);

    /// <summary>Conversations with a turn that runs or waits.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Takes a place in the conversation's order at once; the task ends when the turn may run.</summary>
    public Task EnterAsync(string conversation)
    {
        lock (_gate)
        {
            ref var queue = ref CollectionsMarshal.GetValueRefOrAddDefault(_waiting, conversation, out var busy);
            if (!busy)
            {
                return Task.CompletedTask;
            }
            var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (queue ??= []).Enqueue(place);
            return place.Task;
        }
    }

    /// <summary>Ends the running turn and lets the next one run.</summary>
    public void Leave(string conversation)
    {
        TaskCompletionSource? next = null;
        lock (_gate)
        {
            if (_waiting[conversation]?.TryDequeue(out next) is not true)
            {
                _waiting.Remove(conversation);
            }
        }
        next?.SetResult();
    }
}
