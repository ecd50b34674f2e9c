using System.Net;
using System.Text;
using System.Text.Json;

namespace Bot.Activities.Outbound;

/// <summary>Reads what a connector says when it refuses: the usual error object, the bare one with JSON inside a string, or anything else.</summary>
internal static class ConnectorErrorReader
{
    public static ConnectorError Read(HttpResponseMessage response, ReadOnlySpan<byte> body, TimeProvider clock)
    {
        var (code, message) = Parse(body);
        var status = response.StatusCode;
        return new ConnectorError
        {
            Status = status,
            Code = code,
            Message = message,
            RetryAfter = RetryAfterOf(response, clock),
            Retryable =
                status
                    is HttpStatusCode.PreconditionFailed
                        or HttpStatusCode.TooManyRequests
                        or HttpStatusCode.BadGateway
                        or HttpStatusCode.ServiceUnavailable
                        or HttpStatusCode.GatewayTimeout,
        };
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider clock)
    {
        var wait = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - clock.GetUtcNow() : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static (string? Code, string? Message) Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return Parse(JsonElement.ParseValue(ref reader));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static (string? Code, string? Message) Parse(JsonElement answer)
    {
        var error = Member(answer, "error") ?? answer;
        var message = TextOf(error, "message");
        var code = TextOf(error, "code") ?? TextOf(error, "errorCode");
        // {"errorCode":209,"message":"{\r\n \"subCode\": \"MessageWritesBlocked\" …}"}: the code that matters is inside the text.
        return message?.TrimStart().StartsWith('{') == true && Parse(Encoding.UTF8.GetBytes(message)) is { Code: { } inner } nested
            ? (inner, nested.Message ?? message)
            : (TextOf(error, "subCode") ?? code, message);
    }

    private static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object
            ? member
            : null;

    private static string? TextOf(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member)
            ? member.ValueKind switch
            {
                JsonValueKind.String => member.GetString(),
                JsonValueKind.Number => member.GetRawText(),
                _ => null,
            }
            : null;
}
