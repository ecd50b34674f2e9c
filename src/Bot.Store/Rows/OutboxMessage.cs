namespace Bot.Store.Rows;

/// <summary>A message that must reach its conversation exactly once.</summary>
public sealed class OutboxMessage
{
    /// <summary>Rises in the order of enqueuing.</summary>
    public long Id { get; set; }

    /// <summary>What the message answers or announces: the same message cannot be enqueued twice.</summary>
    public string Key { get; set; } = "";

    /// <summary>Channel and conversation: messages of one go out in order.</summary>
    public string ConversationKey { get; set; } = "";

    /// <summary>Where the connector of the conversation is.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>The conversation's id at the connector.</summary>
    public string ConversationId { get; set; } = "";

    /// <summary>The activity that it replies to; null for a notice.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>Empty for a reply; otherwise who composes the notice at the moment it is sent, for instance <c>reminder</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Whom a notice is for, as in <see cref="DeliveryRow.Recipient"/>; empty for a reply, whose conversation is known.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>What the composer of a notice needs to know; empty for a reply.</summary>
    public string Payload { get; set; } = "";

    /// <summary>
    /// The message whose posted card this one replaces; of an answer that is kept up to date, the message that it waited in. Null for a
    /// message of its own.
    /// </summary>
    public long? Updates { get; set; }

    /// <summary>The activity to send, JSON in UTF-8; empty for a notice that is not composed yet.</summary>
    public byte[] Activity { get; set; } = [];

    /// <summary><c>Due</c>, <c>Sent</c> or <c>Dead</c>.</summary>
    public string State { get; set; } = "Due";

    /// <summary>When it was enqueued.</summary>
    public DateTimeOffset EnqueuedAt { get; set; }

    /// <summary>The earliest moment to send it; once it was sent, when that was.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How often sending was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>The instance that is sending it; null while nobody is.</summary>
    public string? LeasedBy { get; set; }

    /// <summary>When another instance may take it over; null while nobody has it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Why the last attempt failed; null where none did.</summary>
    public string? LastError { get; set; }

    /// <summary>The id that the channel gave it; null until sent.</summary>
    public string? SentActivityId { get; set; }
}
