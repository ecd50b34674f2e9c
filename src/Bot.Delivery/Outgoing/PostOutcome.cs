using System.Net;
using Bot.Activities.Outbound;

namespace Bot.Delivery.Outgoing;

/// <summary>How an attempt to post ended.</summary>
/// <param name="Kind">Sent, to be tried again, or never to be.</param>
/// <param name="ActivityId">The channel's id of what was sent; null when not sent, or when the channel gives none.</param>
/// <param name="Reason">Why it was not sent; empty when it was.</param>
/// <param name="RetryAfter">How long the connector, or the hour, asks to wait; null when it does not say.</param>
internal readonly record struct PostOutcome(PostKind Kind, string? ActivityId, string Reason, TimeSpan? RetryAfter = null)
{
    /// <summary>What the channel or the runtime said of it, for the log; null where the reason says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>Reason and detail, for the log.</summary>
    public string Described => Detail is null ? Reason : $"{Reason} ({Detail})";

    public static PostOutcome Sent(string? activityId) => new(PostKind.Sent, activityId, "");

    public static PostOutcome Later(string reason, TimeSpan? wait = null) => new(PostKind.Failed, null, reason, wait);

    /// <summary>Nobody is to be written to now: it was not tried.</summary>
    public static PostOutcome Held(TimeSpan quiet) => new(PostKind.Held, null, "waits for the hours in which people are written to", quiet);

    public static PostOutcome Refused(string reason) => new(PostKind.Refused, null, reason);

    public static PostOutcome Suppressed(string reason) => new(PostKind.Suppressed, null, reason);

    public static PostOutcome Unreachable(string reason) => new(PostKind.Unreachable, null, reason);

    /// <summary>Of a reply.</summary>
    public static PostOutcome Of(Exception exception) =>
        exception is ConnectorException { Error: var error }
            ? new(IsFinal(error) ? PostKind.Refused : PostKind.Failed, null, ChannelReasons.Of(error), error.RetryAfter)
            {
                Detail = error.Message,
            }
            : OfOurs(exception);

    /// <summary>Of a fault of ours: tried again.</summary>
    public static PostOutcome OfOurs(Exception exception) =>
        Later($"a fault of the bot: {exception.GetType().Name}") with
        {
            Detail = exception.Message,
        };

    /// <summary>Of a notice: it may say plainly that the recipient has no way, and waits for no new secret.</summary>
    public static PostOutcome OfNotice(Exception exception) =>
        exception is not ConnectorException { Error: var error } ? OfOurs(exception)
        : ChannelReasons.NoWay(error) is { } reason ? Unreachable(reason) with { Detail = error.Message }
        : error.Status == HttpStatusCode.Unauthorized ? Of(exception) with { Kind = PostKind.Refused }
        : Of(exception);

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

    /// <summary>A notice whose moment is put off.</summary>
    Held,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>A notice that is rightly not sent.</summary>
    Suppressed,

    /// <summary>There is no way to the recipient of a notice.</summary>
    Unreachable,
}
