namespace Bot.Indicators.Obligations;

/// <summary>A message that was given up.</summary>
/// <param name="Recipient">The name of the person; null for a channel or chat.</param>
/// <param name="Kind">Empty for the answer to a question, otherwise the kind of notice.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="MayBeSentAgain">Whether it can be sent again once the cause is mended.</param>
public sealed record UndeliveredMessage(string? Recipient, string Kind, UndeliveredReason Reason, bool MayBeSentAgain);

/// <summary>Why a message was given up, in terms of what a person can mend.</summary>
public enum UndeliveredReason
{
    /// <summary>The channel refuses it; the words of the channel say more.</summary>
    Refused,

    /// <summary>The channel took nothing for as long as a message is tried.</summary>
    TriedTooLong,

    /// <summary>An administrator has blocked the app.</summary>
    AppBlocked,

    /// <summary>The app is not installed where the message was to go, or was removed.</summary>
    NotInstalled,

    /// <summary>The recipient has blocked the bot.</summary>
    Blocked,

    /// <summary>Nobody of that name is known, to the city or to the channel.</summary>
    UnknownRecipient,

    /// <summary>The conversation does not exist any more.</summary>
    ConversationGone,

    /// <summary>The recipient never wrote to the bot, and no conversation can be created.</summary>
    NeverWrote,

    /// <summary>The question could not be answered again and again: there is nothing to send.</summary>
    NotAnswered,
}
