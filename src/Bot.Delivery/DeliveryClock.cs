using Microsoft.Extensions.Options;

namespace Bot.Delivery;

/// <summary>The time and the patience of delivery.</summary>
internal sealed class DeliveryClock(TimeProvider clock, IOptions<DeliveryOptions> options)
{
    public TimeProvider Clock { get; } = clock;

    public DeliveryOptions Options { get; } = options.Value;
}
