using Bot.Indicators.Obligations;

namespace Bot.Cards;

/// <summary>One reply, ready to be sent: either plain text or one Adaptive Card, never both (contract.md section 5).</summary>
public sealed record CardMessage
{
    /// <summary>The words of a plain reply; null where there is a card.</summary>
    public string? Text { get; init; }

    /// <summary>The card as UTF-8 JSON; empty for a plain reply.</summary>
    public ReadOnlyMemory<byte> Card { get; init; }

    /// <summary>The answer in one sentence, for notifications and screen readers.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// The obligations that the card shows as they stand and with what can be done about them, each with how much had happened to it; empty
    /// for any other reply.
    /// </summary>
    public ValueList<(ObligationKey Key, int Version)> Shows { get; init; }

    /// <summary>Whether a language model took part, so that the channel says so.</summary>
    public bool Assisted { get; init; }

    /// <summary>The language of the reply.</summary>
    public required Language Language { get; init; }
}
