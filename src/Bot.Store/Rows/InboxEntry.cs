namespace Bot.Store.Rows;

/// <summary>An activity that was accepted and is not answered yet.</summary>
public sealed class InboxEntry
{
    /// <summary>Rises in the order of acceptance.</summary>
    public long Id { get; set; }

    /// <summary>Channel, conversation and activity: a redelivery has the same.</summary>
    public string Key { get; set; } = "";

    /// <summary>Channel and conversation: turns of one run in order.</summary>
    public string ConversationKey { get; set; } = "";

    /// <summary>The activity as received, JSON in UTF-8.</summary>
    public byte[] Activity { get; set; } = [];

    /// <summary>The process that runs its turn; empty for entries of builds that did not say.</summary>
    public string Owner { get; set; } = "";

    /// <summary>How many processes took it up again after the one that accepted it; what ends its process is not taken up for ever.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset ReceivedAt { get; set; }
}
