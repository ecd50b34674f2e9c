namespace Bot.Store.Rows;

/// <summary>Where somebody can be written to: a conversation that the bot was installed in or written to from.</summary>
public sealed class ConversationRow
{
    /// <summary>Channel and conversation.</summary>
    public string Key { get; set; } = "";

    /// <summary>The channel, for instance <c>msteams</c>.</summary>
    public string ChannelId { get; set; } = "";

    /// <summary>Where its connector is; the newest that an activity named.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>The conversation's id at the connector; of a channel, without a thread.</summary>
    public string ConversationId { get; set; } = "";

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string ConversationType { get; set; } = "";

    /// <summary>The tenant; empty where none was named.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The Entra object id of the person of a personal conversation; empty otherwise.</summary>
    public string AadObjectId { get; set; } = "";

    /// <summary>The bot's account in it, as the channel names it.</summary>
    public string BotId { get; set; } = "";

    /// <summary>Whether the inspection team chose this conversation for its notices.</summary>
    public bool IsInspectionChannel { get; set; }

    /// <summary>Why nothing can be sent to it; null while something can.</summary>
    public string? UnreachableBecause { get; set; }

    /// <summary>When it was last heard of.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
