using System.Net;
using System.Text;
using Bot.Activities.Outbound;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Activities;

/// <summary>The table of bot-protocol 3.8: what a connector says, and what it means for us.</summary>
public sealed class ConnectorErrorTests
{
    [Theory]
    [InlineData(400, """{"error":{"code":"BadSyntax","message":"Could not parse tenant id"}}""", "BadSyntax", false, false)]
    [InlineData(401, """{"error":{"code":"BotNotRegistered"}}""", "BotNotRegistered", false, false)]
    [InlineData(403, """{"error":{"code":"BotDisabledByAdmin","message":"m"}}""", "BotDisabledByAdmin", false, true)]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", "BotNotInConversationRoster", false, true)]
    [InlineData(403, """{"error":{"code":"ConversationBlockedByUser"}}""", "ConversationBlockedByUser", false, true)]
    [InlineData(
        403,
        "{\"errorCode\":209,\"message\":\"{\\r\\n  \\\"subCode\\\": \\\"MessageWritesBlocked\\\",\\r\\n  \\\"details\\\": \\\"Thread write\\\"}\"}",
        "MessageWritesBlocked",
        false,
        true
    )]
    [InlineData(403, """{"errorCode":209,"message":"{ broken"}""", "209", false, false)]
    [InlineData(403, """{"error":{"code":"InvalidBotApiHost"}}""", "InvalidBotApiHost", false, false)]
    [InlineData(403, """{"error":{"code":"NotEnoughPermissions"}}""", "NotEnoughPermissions", false, false)]
    [InlineData(403, """{"error":{"code":"ServiceError","message":"Unknown"}}""", "ServiceError", false, false)]
    [InlineData(403, """{"error":{"code":"MemberNotFoundInConversation"}}""", "MemberNotFoundInConversation", false, true)]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", "ConversationNotFound", false, true)]
    [InlineData(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""", "ActivityNotFoundInConversation", false, false)]
    [InlineData(412, """{"error":{"code":"PreconditionFailed"}}""", "PreconditionFailed", true, false)]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", "MessageSizeTooBig", false, false)]
    [InlineData(429, """{"error":{"code":"Throttled"}}""", "Throttled", true, false)]
    [InlineData(500, """{"error":{"code":"ServiceError"}}""", "ServiceError", false, false)]
    [InlineData(502, "<html>Bad Gateway</html>", null, true, false)]
    [InlineData(503, "", null, true, false)]
    [InlineData(504, "null", null, true, false)]
    [InlineData(403, """{"error":"text","message":7}""", null, false, false)]
    [InlineData(404, """{"message":"no"}""", null, false, false)]
    [InlineData(403, """{"error":{"code":"\ud800","message":"\ud800"}}""", null, false, false)]
    public void The_connectors_words_are_read_whatever_their_form(int status, string body, string? code, bool retryable, bool gone)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        var error = ConnectorErrorReader.Read(response, Encoding.UTF8.GetBytes(body), TimeProvider.System);
        Assert.Equal((status, code, retryable, gone), ((int)error.Status!, error.Code, error.Retryable, error.RecipientGone));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Mon, 02 Mar 2026 08:00:30 GMT", 30)]
    [InlineData("Mon, 02 Mar 2026 07:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void Retry_After_is_seconds_or_a_date(string? header, int? seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", header);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var error = ConnectorErrorReader.Read(response, [], clock);
        Assert.Equal(seconds, (int?)error.RetryAfter?.TotalSeconds);
    }
}
