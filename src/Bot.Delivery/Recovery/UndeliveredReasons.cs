using Bot.Delivery.Outgoing;
using Bot.Delivery.Recipients;
using Bot.Indicators.Obligations;

namespace Bot.Delivery.Recovery;

/// <summary>What a person can mend about a dead letter, told from the words in which delivery noted its end.</summary>
internal static class UndeliveredReasons
{
    private static readonly (string Words, UndeliveredReason Reason)[] Known =
    [
        (PostOutcome.AppBlocked, UndeliveredReason.AppBlocked),
        (PostOutcome.NotInstalled, UndeliveredReason.NotInstalled),
        (PostOutcome.Removed, UndeliveredReason.NotInstalled),
        (ConversationReferences.Left, UndeliveredReason.NotInstalled),
        (PostOutcome.BlockedByRecipient, UndeliveredReason.Blocked),
        (PostOutcome.UnknownRecipient, UndeliveredReason.UnknownRecipient),
        (RecipientWays.NoContact, UndeliveredReason.UnknownRecipient),
        (PostOutcome.ConversationGone, UndeliveredReason.ConversationGone),
        (RecipientWays.NoConversation, UndeliveredReason.ConversationGone),
        (NewConversations.NoObjectId, UndeliveredReason.NeverWrote),
        (NewConversations.NeverWrote, UndeliveredReason.NeverWrote),
        (PostOutcome.TriedTooLong, UndeliveredReason.TriedTooLong),
        (PostOutcome.TurnFailed, UndeliveredReason.NotAnswered),
    ];

    /// <summary>The reason of those words; what is not known was refused by the channel.</summary>
    public static UndeliveredReason Of(string words) =>
        Array.Find(Known, known => words.StartsWith(known.Words, StringComparison.Ordinal)).Reason;
}
