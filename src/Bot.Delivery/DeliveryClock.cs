using Microsoft.Extensions.Options;

namespace Bot.Delivery;

/// <summary>The time and the patience of delivery. A bot whose "today" is fixed for trying things out still delivers by the real clock.</summary>
internal sealed class DeliveryClock(TimeProvider clock, IOptions<DeliveryOptions> options)
{
    public TimeProvider Clock { get; } = clock;

    public DeliveryOptions Options { get; } = options.Value;
}
