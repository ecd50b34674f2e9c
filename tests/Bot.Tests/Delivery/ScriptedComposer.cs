using System.Text;
using Bot.Delivery.Outgoing;

namespace Bot.Tests.Delivery;

/// <summary>Composes notices of the kind <c>test</c> as the test says; by default a card that holds the payload.</summary>
internal sealed class ScriptedComposer : IDeliveryComposer
{
    public Func<Notice, Composition> Compose { get; set; } =
        static notice => new Composition.Send(
            Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","id":"{{notice.Payload}}"}"""),
            notice.Payload
        );

    /// <summary>The kind of the notices; to be set before the bench starts.</summary>
    public string Kind { get; set; } = "test";

    public ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken) => ValueTask.FromResult(Compose(notice));
}
