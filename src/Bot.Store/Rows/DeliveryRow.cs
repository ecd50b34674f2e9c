using Bot.Indicators.Obligations;

namespace Bot.Store.Rows;

/// <summary>One intended notice for one recipient, and what became of it: the accounting. Several may share one message.</summary>
public sealed class DeliveryRow
{
    /// <summary>Rises in the order of planning.</summary>
    public long Id { get; set; }

    /// <summary>Obligation, step, occurrence and recipient: the same notice cannot be intended twice.</summary>
    public string Key { get; set; } = "";

    /// <summary><c>reminder</c>, <c>digest</c>, <c>request</c> (something waits for an inspector) or <c>warning</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary><c>contact:</c> and the user principal name, or <c>conversation:</c> and the key of a <see cref="ConversationRow"/>.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>The obligation's key; empty where it is about none.</summary>
    public string Obligation { get; set; } = "";

    /// <summary>The ladder's step; empty where there is none.</summary>
    public string Step { get; set; } = "";

    /// <summary>The day for which it was planned.</summary>
    public DateOnly Occurrence { get; set; }

    /// <summary>The message that carries it; null where none was made.</summary>
    public long? OutboxId { get; set; }

    /// <summary>What became of it.</summary>
    public DeliveryState State { get; set; }

    /// <summary>Why, where it failed, was suppressed or has no way; empty otherwise.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was planned.</summary>
    public DateTimeOffset PlannedAt { get; set; }

    /// <summary>When its state was last set.</summary>
    public DateTimeOffset At { get; set; }
}
