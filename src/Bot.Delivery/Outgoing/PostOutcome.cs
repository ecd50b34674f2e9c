using System.Net;
using Bot.Activities.Outbound;

namespace Bot.Delivery.Outgoing;

/// <summary>How an attempt to post a reply ended.</summary>
/// <param name="Kind">Sent, to be tried again, or never to be.</param>
/// <param name="ActivityId">The channel's id of what was sent; null when not sent, or when the channel gives none.</param>
/// <param name="Reason">Why it was not sent; empty when it was.</param>
/// <param name="RetryAfter">How long the connector asks to wait; null when it does not say.</param>
internal readonly record struct PostOutcome(PostKind Kind, string? ActivityId, string Reason, TimeSpan? RetryAfter = null)
{
    public static PostOutcome Sent(string? activityId) => new(PostKind.Sent, activityId, "");

    public static PostOutcome Of(Exception exception) =>
        exception is ConnectorException { Error: var error }
            ? new(
                IsFinal(error) ? PostKind.Refused : PostKind.Failed,
                null,
                error.Uncertain ? $"perhaps sent: {error}" : error.ToString(),
                error.RetryAfter
            )
            : new(PostKind.Failed, null, exception.Message);

    // 401 may be a secret that is being replaced, 500 may pass; what else the connector refuses it will refuse again (bot-protocol 3.8).
    private static bool IsFinal(ConnectorError error) =>
        error is { Retryable: false, Unreachable: false, Code: not ConnectorError.TokenUnavailable }
        && (
            error.Status is { } status
                ? (int)status is >= 300 and < 500 && status is not (HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout)
                : error.Code is ConnectorError.ForeignHost or "BadArgument"
        );
}

internal enum PostKind
{
    /// <summary>The connector took it.</summary>
    Sent,

    /// <summary>Not now; try again later.</summary>
    Failed,

    /// <summary>Refused for good.</summary>
    Refused,
}
