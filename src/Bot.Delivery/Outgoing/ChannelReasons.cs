using System.Globalization;
using System.Net;
using Bot.Activities.Outbound;

namespace Bot.Delivery.Outgoing;

/// <summary>
/// Why the channel did not take a message, in plain words and with its code. The reader of the accounting is an inspector, not a developer
/// (bot-protocol 3.8); the channel's own words are for the log.
/// </summary>
internal static class ChannelReasons
{
    /// <summary>That there is no way to the recipient; null where the error says something else.</summary>
    public static string? NoWay(ConnectorError error) =>
        error.Code switch
        {
            _ when error.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound) => null,
            "BotDisabledByAdmin" => "an administrator has blocked the app",
            "BotNotInConversationRoster" => "the app is not installed in the conversation",
            "ConversationBlockedByUser" => "the recipient has blocked the bot",
            "MessageWritesBlocked" => "the app was removed, or the recipient has blocked the bot",
            "MemberNotFoundInConversation" => "the channel does not know the recipient",
            "ConversationNotFound" => "the conversation does not exist any more",
            "InvalidBotApiHost" => null,
            _ => $"the channel lets nothing through: {Code(error)}",
        };

    /// <summary>Any error.</summary>
    public static string Of(ConnectorError error) => error.Uncertain ? $"perhaps sent: {Plain(error)}" : Plain(error);

    private static string Plain(ConnectorError error) =>
        error switch
        {
            { Code: ConnectorError.ForeignHost } => "the conversation's address is not one of the channel's",
            { Code: ConnectorError.TokenUnavailable } or { Status: HttpStatusCode.Unauthorized } =>
                $"the bot could not sign in to the channel: {Code(error)}",
            { Status: null } => "the channel did not answer",
            { Status: HttpStatusCode.TooManyRequests } => $"the channel had too much to do: {Code(error)}",
            { Status: HttpStatusCode.RequestEntityTooLarge } => $"the message is too large for the channel: {Code(error)}",
            { Status: HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError } =>
                $"the channel had a fault: {Code(error)}",
            _ => $"the channel refused the message: {Code(error)}",
        };

    private static string Code(ConnectorError error) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int?)error.Status} {error.Code}").Trim();
}
