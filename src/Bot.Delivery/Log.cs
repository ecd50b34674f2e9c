using Microsoft.Extensions.Logging;

namespace Bot.Delivery;

// No message text in any of these.
internal static partial class Log
{
    [LoggerMessage(301, LogLevel.Error, "The turn for {Type} {ActivityId} failed, attempt {Attempt}")]
    public static partial void TurnFailed(ILogger logger, string type, string? activityId, int attempt, Exception exception);

    [LoggerMessage(302, LogLevel.Error, "The turn for {Key} was set aside after {Attempts} attempts")]
    public static partial void TurnSetAside(ILogger logger, string key, int attempts);

    [LoggerMessage(303, LogLevel.Warning, "The reply to {Key} waits in the outbox: {Reason}")]
    public static partial void ReplyQueued(ILogger logger, string key, string reason);

    [LoggerMessage(304, LogLevel.Error, "The reply to {Key} cannot be delivered and was set aside: {Reason}")]
    public static partial void ReplySetAside(ILogger logger, string key, string reason);

    [LoggerMessage(316, LogLevel.Warning, "{Key} is a dead letter: {Reason}")]
    public static partial void SetAside(ILogger logger, string key, string reason);

    [LoggerMessage(317, LogLevel.Warning, "Where a message came from could not be kept; the next one tries again")]
    public static partial void ReferenceNotKept(ILogger logger, Exception exception);

    [LoggerMessage(305, LogLevel.Error, "The reply to {Key} could not be written down; the channel must deliver the activity again")]
    public static partial void AcceptFailed(ILogger logger, string key, Exception exception);

    [LoggerMessage(306, LogLevel.Warning, "{Count} slow activities could not be written down; their requests go on waiting")]
    public static partial void SlowNotWritten(ILogger logger, int count, Exception exception);

    [LoggerMessage(318, LogLevel.Information, "{Key} is with another instance, which answers it")]
    public static partial void LeftToAnother(ILogger logger, string key);

    [LoggerMessage(319, LogLevel.Warning, "What other instances have answered could not be read; the next look tries again")]
    public static partial void OthersUnknown(ILogger logger, Exception exception);

    [LoggerMessage(320, LogLevel.Debug, "Looked at other instances: {Count} activities are with them")]
    public static partial void LookedAtOthers(ILogger logger, int count);

    [LoggerMessage(307, LogLevel.Information, "{Count} accepted activities are taken up again, {Pending} replies wait in the outbox")]
    public static partial void Recovered(ILogger logger, int count, int pending);

    [LoggerMessage(308, LogLevel.Warning, "{Count} ids of answered activities could not be written down")]
    public static partial void AnsweredNotWritten(ILogger logger, int count, Exception exception);

    [LoggerMessage(309, LogLevel.Warning, "The outbox cannot be read")]
    public static partial void OutboxUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(310, LogLevel.Information, "{Key} was delivered from the outbox, attempt {Attempt}")]
    public static partial void Delivered(ILogger logger, string key, int attempt);

    [LoggerMessage(311, LogLevel.Warning, "{Count} activities run or wait; {ActivityId} is refused for now")]
    public static partial void Overloaded(ILogger logger, int count, string? activityId);

    [LoggerMessage(312, LogLevel.Information, "{Count} leases of processes that are gone were taken back")]
    public static partial void LeasesReclaimed(ILogger logger, int count);

    [LoggerMessage(313, LogLevel.Debug, "The typing signal was not sent: {Reason}")]
    public static partial void TypingFailed(ILogger logger, string reason);

    [LoggerMessage(314, LogLevel.Warning, "{Key} was answered but its record is still there; tried again")]
    public static partial void RecordStays(ILogger logger, string key, Exception exception);

    [LoggerMessage(
        321,
        LogLevel.Warning,
        "Where {Count} answers were posted could not be written down: their cards are not kept up to date yet"
    )]
    public static partial void CardsNotKept(ILogger logger, int count, Exception exception);

    [LoggerMessage(315, LogLevel.Information, "{Count} turns still run and are written down to go on after the restart")]
    public static partial void StoppedWithTurns(ILogger logger, int count);
}
