using Bot.Activities;
using Bot.Cards;
using Bot.Indicators;

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

    /// <summary>Whether others read along.</summary>
    public required bool IsShared { get; init; }

    /// <summary>Whether the bot is mentioned.</summary>
    public required bool MentionsBot { get; init; }

    public static Sender Of(Activity activity) =>
        new()
        {
            AadObjectId = activity.From?.AadObjectId,
            DialogueKey = $"{activity.ChannelId}|{activity.Conversation?.Id}|{activity.From?.AadObjectId ?? activity.From?.Id}",
            Language =
                activity.ResolveLocale()?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true
                    ? Language.English
                    : Language.Vietnamese,
            Surface = activity.ChannelId is "webchat" or "directline" ? Surface.WebChat : Surface.Teams,
            IsShared = activity.Conversation?.ConversationType is "channel" or "groupChat",
            MentionsBot = activity.MentionsRecipient,
        };
}
