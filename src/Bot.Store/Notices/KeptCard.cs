using Bot.Indicators;

namespace Bot.Store.Notices;

/// <summary>A card that answered in chat and shows the present state of what it is about afterwards as well, as the card of a notice does.</summary>
/// <param name="Kind">Who composes it anew, for instance <c>case</c>.</param>
/// <param name="Payload">What the composer needs to know.</param>
/// <param name="About">The obligations that it shows; at least one.</param>
public sealed record KeptCard(string Kind, string Payload, ValueList<DrawnObligation> About)
{
    /// <summary>How long it is kept up to date: nobody scrolls back further.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromDays(30);
}

/// <summary>An obligation as a card shows it.</summary>
/// <param name="Obligation">The obligation's key.</param>
/// <param name="Version">How much had happened to it when the card was drawn.</param>
public sealed record DrawnObligation(string Obligation, int Version);

/// <summary>Where an answer was posted, or the message of the outbox that still has to be.</summary>
/// <param name="Recipient"><c>conversation:</c> and the key of its conversation.</param>
/// <param name="ServiceUrl">Where the connector of the conversation is.</param>
/// <param name="ConversationId">The conversation's id at the connector.</param>
/// <param name="ActivityId">The channel's id of it; null while it waits.</param>
/// <param name="Waiting">The message that it waits in; null where it was posted at once.</param>
public sealed record PostedAnswer(string Recipient, string ServiceUrl, string ConversationId, string? ActivityId, long? Waiting);
