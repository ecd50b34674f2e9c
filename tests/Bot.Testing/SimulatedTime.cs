using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing;

/// <summary>
/// Runs asynchronous work on one thread and a clock that stands still while there is anything to do: what is computed takes no time, what is
/// waited for takes exactly its time, and an hour is over in seconds.
/// </summary>
public sealed class SimulatedTime : SynchronizationContext
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();

    /// <summary>The clock; it begins with the present, so that rows stamped by the machine's clock are due.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1));

    /// <summary>Runs the work until it ends.</summary>
    public void Run(Func<Task> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var running = work();
            for (RunPosted(); !running.IsCompleted; RunPosted())
            {
                Clock.Advance(Step);
            }
            running.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc />
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _posted.Enqueue((d, state));
        }
    }

    private void RunPosted()
    {
        while (Next() is { Callback: { } callback } next)
        {
            callback(next.State);
        }
    }

    private (SendOrPostCallback? Callback, object? State) Next()
    {
        lock (_gate)
        {
            return _posted.TryDequeue(out var next) ? next : default;
        }
    }
}
