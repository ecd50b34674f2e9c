using System.Text;
using Bot.Delivery.Outgoing;

namespace Bot.Benchmarks.Dispatch;

/// <summary>A card of usual size whose summary is the payload, by which a notice is known; every hundredth is suppressed.</summary>
internal sealed class PlainComposer : IDeliveryComposer
{
    private static readonly byte[] Card = Encoding.UTF8.GetBytes(
        $$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{new string('x', 2_000)}}","wrap":true}]}"""
    );

    public string Kind => "test";

    public ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Composition>(
            notice.Payload.EndsWith("00", StringComparison.Ordinal)
                ? new Composition.Suppress("the work is done")
                : new Composition.Send(Card, notice.Payload)
        );
}
