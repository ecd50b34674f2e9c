using System.Net;
using System.Net.Http.Headers;
using Bot.Activities.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Polly;
using Polly.Retry;

namespace Bot.Activities.Outbound;

/// <summary>
/// One call with its repeats. There is no circuit breaker: a connector that is down must not hold back another, and each call has its
/// budget. A send that timed out is not repeated, because it may have arrived (bot-protocol 3.7).
/// </summary>
internal sealed class ConnectorCalls
{
    private const int MaxAnswer = 4 << 20;
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };
    private static readonly string UserAgent = $"Bot.Activities/{typeof(ConnectorCalls).Assembly.GetName().Version}";

    private readonly ActivityTransport _http;
    private readonly BotTokens _tokens;
    private readonly ConnectorOptions _options;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<Attempt> _repeats;

    public ConnectorCalls(
        ActivityTransport http,
        BotTokens tokens,
        IOptions<ActivitiesOptions> options,
        [FromKeyedServices(ActivityServices.ClockKey)] TimeProvider clock,
        ILogger<ConnectorCalls> logger
    )
    {
        (_http, _tokens, _options, _clock) = (http, tokens, options.Value.Connector, clock);
        _repeats = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
            .AddRetry(Repeats(logger))
            .Build();
    }

    /// <summary>The body of the answer, empty where there is none.</summary>
    public async Task<ReadOnlyMemory<byte>> CallAsync(
        HttpMethod method,
        string address,
        byte[]? body,
        bool once,
        CancellationToken cancellationToken
    )
    {
        var call = new Call(this, method, new Uri(address), body, _clock.GetTimestamp());
        var attempt = await AttemptAsync(call, cancellationToken);
        if (!once && attempt.Error is { Retryable: true })
        {
            // Only a refused call pays for the pipeline: its first step hands on what is known already.
            call.First = attempt;
            attempt = await _repeats.ExecuteAsync(static (call, token) => call.Owner.NextAsync(call, token), call, cancellationToken);
        }
        return attempt.Error is { } error ? throw new ConnectorException(error) : attempt.Answer;
    }

    private RetryStrategyOptions<Attempt> Repeats(ILogger logger) =>
        new()
        {
            MaxRetryAttempts = 10,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _options.BaseDelay,
            MaxDelay = TimeSpan.FromSeconds(2),
            ShouldHandle = args => ValueTask.FromResult(MayRepeat(args.Outcome.Result)),
            DelayGenerator = static args => ValueTask.FromResult(args.Outcome.Result.Error?.RetryAfter),
            OnRetry = args =>
            {
                var (error, call) = (args.Outcome.Result.Error, args.Outcome.Result.Call);
                Log.CallRepeated(
                    logger,
                    call.Address.Host,
                    (int?)error?.Status,
                    error?.Code,
                    args.AttemptNumber + 1,
                    args.RetryDelay.TotalMilliseconds
                );
                return default;
            },
        };

    private bool MayRepeat(Attempt attempt) =>
        attempt.Error is { Retryable: true } error
        && _clock.GetElapsedTime(attempt.Call.Started) + (error.RetryAfter ?? TimeSpan.Zero) < _options.Budget;

    private ValueTask<Attempt> NextAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.First is { } first)
        {
            call.First = null;
            return new(first);
        }
        return new(AttemptAsync(call, cancellationToken));
    }

    private async Task<Attempt> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        call.Left = false;
        using var timeout = new CancellationTokenSource(_options.AttemptTimeout, _clock);
        using var caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            return await SendAsync(call, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A send that timed out may have arrived; anything else does no harm twice.
            var mayRepeat = !call.Left || call.Method != HttpMethod.Post;
            return Attempt.Failed(
                call,
                new()
                {
                    Unreachable = true,
                    Uncertain = call.Left,
                    Retryable = mayRepeat,
                    Message = "no answer in time",
                }
            );
        }
        catch (Exception e) when (!call.Left && e is not OperationCanceledException)
        {
            var mayRepeat = e is HttpRequestException or MsalException { IsRetryable: true };
            return Attempt.Failed(
                call,
                new()
                {
                    Code = ConnectorError.TokenUnavailable,
                    Retryable = mayRepeat,
                    Message = e.GetType().Name,
                }
            );
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Attempt.Failed(
                call,
                new()
                {
                    Unreachable = true,
                    Uncertain = !NeverConnected(e),
                    Retryable = true,
                    Message = e.Message,
                }
            );
        }
    }

    private async Task<Attempt> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var authorization = await _tokens.GetAsync(cancellationToken);
        var response = await SendAsync(call, authorization, cancellationToken);
        if (
            response.StatusCode == HttpStatusCode.Unauthorized
            && authorization is not null
            && await _tokens.RenewAsync(authorization, cancellationToken) is { } renewed
        )
        {
            response.Dispose();
            response = await SendAsync(call, renewed, cancellationToken);
        }
        using (response)
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswer, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? new Attempt(call, null, answer)
                : Attempt.Failed(call, ConnectorErrorReader.Read(response, answer, _clock));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        Call call,
        AuthenticationHeaderValue? authorization,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        request.Headers.Authorization = authorization;
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        }
        call.Left = true;
        return await _http.SendAsync(request, cancellationToken);
    }

    private static bool NeverConnected(Exception e) =>
        e
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
            };

    private sealed class Call(ConnectorCalls owner, HttpMethod method, Uri address, byte[]? body, long started)
    {
        public ConnectorCalls Owner => owner;
        public HttpMethod Method => method;
        public Uri Address => address;
        public byte[]? Body => body;
        public long Started => started;
        public Attempt? First { get; set; }

        /// <summary>Whether this attempt got past the token and onto the wire.</summary>
        public bool Left { get; set; }

        /// <summary>Whether any attempt so far may have been carried out; a later refusal does not undo that.</summary>
        public bool Uncertain { get; set; }
    }

    private readonly record struct Attempt(Call Call, ConnectorError? Error, ReadOnlyMemory<byte> Answer)
    {
        public static Attempt Failed(Call call, ConnectorError error)
        {
            call.Uncertain |= error.Uncertain;
            return new(call, call.Uncertain ? error with { Uncertain = true } : error, default);
        }
    }
}
