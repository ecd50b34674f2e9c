using Bot.Indicators;

namespace Bot.Store.Notices;

/// <summary>A message to one recipient that shall go out once: it may carry several intended deliveries, each of them accounted for.</summary>
public sealed record PlannedNotice
{
    /// <summary>What makes it the same message: planning it again changes nothing.</summary>
    public required string Key { get; init; }

    /// <summary>Who composes it when it is sent, for instance <c>reminder</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>contact:</c> and a user principal name, or <c>conversation:</c> and the key of a conversation.</summary>
    public required string Recipient { get; init; }

    /// <summary>What the composer needs to know.</summary>
    public required string Payload { get; init; }

    /// <summary>The earliest moment to send it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>What it accounts for; at least one.</summary>
    public required ValueList<IntendedDelivery> Intended { get; init; }

    /// <summary>Why it is rightly not sent at all; null where it is. Then it is accounted for and no message is made.</summary>
    public string? SuppressedBecause { get; init; }
}

/// <summary>One notice that one recipient shall get.</summary>
/// <param name="Key">Obligation, step, occurrence and recipient.</param>
/// <param name="Obligation">The obligation's key; empty where it is about none.</param>
/// <param name="Step">The ladder's step; empty where there is none.</param>
/// <param name="Occurrence">The day that it is for.</param>
public sealed record IntendedDelivery(string Key, string Obligation, string Step, DateOnly Occurrence);
