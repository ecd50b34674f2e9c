namespace Bot.Delivery.Outgoing;

/// <summary>
/// Says what a notice says, at the moment it is sent: so that work that was done meanwhile suppresses it, and a card that is put in the
/// place of an older one shows the present state. Implemented by the rooms above; one for each <see cref="Kind"/>.
/// </summary>
public interface IDeliveryComposer
{
    /// <summary>The kind of notices that it composes, for instance <c>reminder</c>.</summary>
    string Kind { get; }

    /// <summary>Composes the notice; it may be asked again for the same one and must change nothing.</summary>
    ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken);
}

/// <summary>A notice that shall go out now.</summary>
/// <param name="Id">Names the message of the card, also where an update takes its place.</param>
/// <param name="Recipient"><c>contact:</c> and a user principal name, or <c>conversation:</c> and a conversation's key.</param>
/// <param name="Payload">What was planned.</param>
/// <param name="ChannelId">The channel that it goes to: cards differ by what its client can show.</param>
/// <param name="ServiceUrl">Where the connector of the conversation is.</param>
/// <param name="PostedDaysAgo">How many days ago the card went out whose place it takes; null for a new one, which goes out today.</param>
public sealed record Notice(long Id, string Recipient, string Payload, string ChannelId, string ServiceUrl, int? PostedDaysAgo)
{
    /// <summary>Whether it takes the place of a card that was posted before.</summary>
    public bool IsUpdate => PostedDaysAgo is not null;
}

/// <summary>What becomes of a notice.</summary>
public abstract record Composition
{
    private Composition() { }

    /// <summary>It is posted, or takes the place of the card before it.</summary>
    /// <param name="Card">The Adaptive Card, UTF-8 JSON.</param>
    /// <param name="Summary">The card in one sentence, for notifications.</param>
    /// <param name="Assisted">Whether a language model took part, so that the channel says so.</param>
    public sealed record Send(ReadOnlyMemory<byte> Card, string Summary, bool Assisted = false) : Composition;

    /// <summary>It is rightly not sent.</summary>
    /// <param name="Reason">Why, for the accounting.</param>
    public sealed record Suppress(string Reason) : Composition;
}
