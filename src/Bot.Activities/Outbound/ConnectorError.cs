using System.Net;

namespace Bot.Activities.Outbound;

/// <summary>Why the connector did not take a call (bot-protocol 3.8).</summary>
public sealed record ConnectorError
{
    /// <summary>Code of a call that was refused here because its address is off the allow list; nothing was sent.</summary>
    public const string ForeignHost = "ForeignHost";

    /// <summary>Code of a call that could not start because the bot's own token cannot be had; nothing was sent.</summary>
    public const string TokenUnavailable = "TokenUnavailable";

    /// <summary>The HTTP status; null when no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The connector's code, of nested errors the innermost (<c>MessageWritesBlocked</c>); null when it said none.</summary>
    public string? Code { get; init; }

    /// <summary>The connector's words, for the log; null when it said none.</summary>
    public string? Message { get; init; }

    /// <summary>How long the connector asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>No answer came: nobody there, connection cut, or too slow.</summary>
    public bool Unreachable { get; init; }

    /// <summary>The call left but no answer came, so the connector may have carried it out: a repeat may double a message.</summary>
    public bool Uncertain { get; init; }

    /// <summary>Whether the same call may succeed later: 412, 429, 502, 503, 504, or no answer (bot-protocol 3.7).</summary>
    public bool Retryable { get; init; }

    /// <summary>Whether the other side is gone for good: app removed or blocked, conversation or member unknown. Forget the reference.</summary>
    public bool RecipientGone =>
        Status switch
        {
            HttpStatusCode.Forbidden => Code
                is "BotDisabledByAdmin"
                    or "BotNotInConversationRoster"
                    or "ConversationBlockedByUser"
                    or "MessageWritesBlocked"
                    or "MemberNotFoundInConversation",
            HttpStatusCode.NotFound => Code is "ConversationNotFound" or "MemberNotFoundInConversation",
            _ => false,
        };

    /// <summary>Status, code and the connector's words.</summary>
    public override string ToString() => $"{(Status is { } status ? (int)status : "no answer")} {Code} {Message}".TrimEnd();
}
