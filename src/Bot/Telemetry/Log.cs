namespace Bot.Telemetry;

/// <summary>What the host logs; never the words of a message.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Information, "Turn {ActivityType} {QueryKind} {Outcome} in {Milliseconds:0.0} ms")]
    public static partial void TurnAnswered(
        this ILogger logger,
        string activityType,
        string queryKind,
        string outcome,
        double milliseconds
    );

    [LoggerMessage(102, LogLevel.Error, "Turn failed, reference {Reference}")]
    public static partial void TurnFailed(this ILogger logger, Exception exception, string reference);

    [LoggerMessage(
        106,
        LogLevel.Error,
        "The turn for {Type} {ActivityId} ended its process each time and is not run again, reference {Reference}"
    )]
    public static partial void TurnGivenUp(this ILogger logger, string type, string? activityId, string reference);

    [LoggerMessage(103, LogLevel.Warning, "Turn failed and is tried again")]
    public static partial void TurnTriedAgain(this ILogger logger, Exception exception);

    [LoggerMessage(104, LogLevel.Error, "Page of the dashboard failed, reference {Reference}")]
    public static partial void PageFailed(this ILogger logger, Exception exception, string reference);

    [LoggerMessage(105, LogLevel.Warning, "Sign-in to the dashboard refused with {Status}: {Reason}")]
    public static partial void SignInRefused(this ILogger logger, int status, string reason);
}
