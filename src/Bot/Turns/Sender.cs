using Bot.Activities;
using Bot.Asking;
using Bot.Cards;
using Bot.Delivery.Recipients;
using Bot.Indicators;
using Bot.WebChat;

namespace Bot.Turns;

/// <summary>Who sent an activity and where from, as the authenticated activity says it.</summary>
internal sealed record Sender
{
    /// <summary>The Entra object id, the only stable key of a person; null for web chats without a persona.</summary>
    public required string? AadObjectId { get; init; }

    /// <summary>One dialogue per person and conversation: in a channel two people do not continue each other's questions.</summary>
    public required string DialogueKey { get; init; }

    /// <summary>The language of the client.</summary>
    public required Language Language { get; init; }

    /// <summary>Which buttons the client understands.</summary>
    public required Surface Surface { get; init; }

    /// <summary>Whether a card that is replaced changes before the reader's eyes, though a click is answered by a message: so on the chat page.</summary>
    public bool SeesReplacements => Surface == Surface.ChatPage;

    /// <summary>Whether a card that was posted there can be replaced later.</summary>
    public bool CanReplace { get; init; }

    /// <summary>The key of the conversation where others read along; null where the sender is alone with the bot.</summary>
    public required string? SharedConversation { get; init; }

    /// <summary>Whether others read along.</summary>
    public bool IsShared => SharedConversation is not null;

    /// <summary>Where the reply is posted before the eyes of others; null where the sender alone sees it, as the answer to an invoke.</summary>
    public Overheard? Overheard { get; init; }

    /// <summary>Whether the bot is mentioned.</summary>
    public required bool MentionsBot { get; init; }

    /// <summary>Where a card is shown that goes to that channel by that connector.</summary>
    public static Surface SurfaceOf(string? channelId, string? serviceUrl) =>
        DirectLineConnector.IsOwn(serviceUrl) ? Surface.ChatPage
        : channelId is "webchat" or "directline" ? Surface.WebChat
        : Surface.Teams;

    public static Sender Of(Activity activity)
    {
        var shared = activity.Conversation is { ConversationType: "channel" or "groupChat", Id: var conversation }
            ? ConversationReferences.KeyOf(activity.ChannelId, conversation)
            : null;
        return new()
        {
            AadObjectId = activity.From?.AadObjectId,
            DialogueKey = $"{activity.ChannelId}|{activity.Conversation?.Id}|{activity.From?.AadObjectId ?? activity.From?.Id}",
            Language =
                activity.ResolveLocale()?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true
                    ? Language.English
                    : Language.Vietnamese,
            Surface = SurfaceOf(activity.ChannelId, activity.ServiceUrl),
            CanReplace = activity.ChannelId == "msteams" || DirectLineConnector.IsOwn(activity.ServiceUrl),
            SharedConversation = shared,
            Overheard = shared is null || activity.Type == ActivityTypes.Invoke ? null : new(shared, activity.Id ?? ""),
            MentionsBot = activity.MentionsRecipient,
        };
    }
}
