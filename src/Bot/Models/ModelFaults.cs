using System.ClientModel;
using System.Text.Json;
using Bot.Understanding.LanguageModel;

namespace Bot.Models;

/// <summary>What a failure of the service means for the question.</summary>
internal static class ModelFaults
{
    private const string FilterCode = "content_filter";

    public static ModelUnavailableException Of(Exception e) =>
        e switch
        {
            ModelUnavailableException known => known,
            ClientResultException { Status: 429 } => new(ModelUnavailable.Throttled, e),
            ClientResultException { Status: 408 } => new(ModelUnavailable.Slow, e),
            ClientResultException { Status: 400 } refused when IsFiltered(refused) => new(ModelUnavailable.Filtered, e),
            JsonException => new(ModelUnavailable.Malformed, e),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(ModelUnavailable.Malformed, e),
            OperationCanceledException or TimeoutException => new(ModelUnavailable.Slow, e),
            // What happened on the way stands inside what the client makes of it.
            AggregateException or ClientResultException { Status: 0 } when e.InnerException is { } inner => Of(inner),
            // Whatever else the client throws on an answer that it cannot take apart: no turn shall fail by it.
            _ => new(ModelUnavailable.Failed, e),
        };

    /// <summary>How long the service asks to wait before the next try; null where it does not say.</summary>
    public static TimeSpan? RetryAfter(Exception? e, DateTimeOffset now)
    {
        if (
            e?.InnerException is not ClientResultException failed
            || failed.GetRawResponse() is not { } response
            || !response.Headers.TryGetValue("Retry-After", out var header)
        )
        {
            return null;
        }

        return System.Net.Http.Headers.RetryConditionHeaderValue.TryParse(header, out var wait) ? wait.Delta ?? wait.Date - now : null;
    }

    private static bool IsFiltered(ClientResultException e) => e.Message.Contains(FilterCode, StringComparison.Ordinal);
}
