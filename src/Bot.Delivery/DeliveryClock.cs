using Microsoft.Extensions.Options;

namespace Bot.Delivery;

/// <summary>The time and the patience of delivery. A bot whose "today" is fixed for trying things out still delivers by the real clock.</summary>
internal sealed class DeliveryClock(TimeProvider clock, IOptions<DeliveryOptions> options)
{
    public TimeProvider Clock { get; } = clock;

    public DeliveryOptions Options { get; } = options.Value;

    /// <summary>Does it again and again, that long after the last time began, until it is to stop.</summary>
    public async Task EachAsync(TimeSpan every, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                await work(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }
}
