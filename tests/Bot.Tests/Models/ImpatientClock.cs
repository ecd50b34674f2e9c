using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Models;

/// <summary>A clock whose short waits are over at once, and are noted; the long ones never end.</summary>
internal sealed class ImpatientClock(TimeSpan shorterThan) : FakeTimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = [];

    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= shorterThan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        _waits.Enqueue(dueTime);
        return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
