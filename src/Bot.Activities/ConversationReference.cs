namespace Bot.Activities;

/// <summary>All that is needed to write into a conversation later (bot-protocol 3.6); the least is service address and conversation id.</summary>
public sealed record ConversationReference
{
    /// <summary>The inbound activity that a reply belongs to; null for a message that answers nothing.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The person on the other side; null when not known.</summary>
    public ChannelAccount? User { get; set; }

    /// <summary>The bot itself as the channel names it; null when not known.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount Conversation { get; set; } = new();

    /// <summary>The channel; null when not known.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Base address of the connector; may change, so take it anew from each inbound activity (bot-protocol 3.5).</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>The user's language; null when not known.</summary>
    public string? Locale { get; set; }

    /// <summary>An empty message from the bot to the user of this reference, answering <see cref="ActivityId"/> where there is one.</summary>
    public Activity CreateMessage() =>
        new()
        {
            Type = ActivityTypes.Message,
            From = Bot,
            Recipient = User,
            Conversation = Conversation,
            ChannelId = ChannelId,
            ServiceUrl = ServiceUrl,
            ReplyToId = ActivityId,
            Locale = Locale,
        };
}
