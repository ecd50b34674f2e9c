using Microsoft.Extensions.Logging;

namespace Bot.Activities;

// No message text and no token in any of these.
internal static partial class Log
{
    [LoggerMessage(201, LogLevel.Information, "The channel's signing keys were read: {Count}")]
    public static partial void KeysRead(ILogger logger, int count);

    [LoggerMessage(202, LogLevel.Warning, "The channel's signing keys cannot be read from {Address}")]
    public static partial void KeysUnavailable(ILogger logger, string address, Exception exception);

    [LoggerMessage(203, LogLevel.Information, "A caller was refused with {Status}: {Reason}")]
    public static partial void CallerRefused(ILogger logger, int status, string reason);

    [LoggerMessage(204, LogLevel.Error, "The bot failed on {Type} {ActivityId}")]
    public static partial void HandlerFailed(ILogger logger, string type, string? activityId, Exception exception);

    [LoggerMessage(205, LogLevel.Information, "The connector at {Host} said {Status} {Code}; repeat {Attempt} after {Milliseconds} ms")]
    public static partial void CallRepeated(ILogger logger, string host, int? status, string? code, int attempt, double milliseconds);

    [LoggerMessage(206, LogLevel.Warning, "The bot's own token cannot be had")]
    public static partial void TokenUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(
        207,
        LogLevel.Warning,
        "Neither Teams__TenantId nor MicrosoftAppTenantId names a tenant: whoever comes from Teams is refused"
    )]
    public static partial void NoTenant(ILogger logger);
}
