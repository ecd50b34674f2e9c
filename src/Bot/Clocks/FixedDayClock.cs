namespace Bot.Clocks;

/// <summary>The real clock moved to a fixed day, for trying things out in Development (<c>Clock__Today</c>): the time of day goes on, the day does not.</summary>
internal sealed class FixedDayClock(DateOnly today, TimeProvider clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var local = clock.InCity();
        return new DateTimeOffset(today.ToDateTime(TimeOnly.FromTimeSpan(local.TimeOfDay)), local.Offset).ToUniversalTime();
    }

    public override long GetTimestamp() => clock.GetTimestamp();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
