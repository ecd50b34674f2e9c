using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bot.Understanding.LanguageModel;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Bot.Models;

/// <summary>Asks within a turn's time: one limit over all, one more try when the service is busy and there is time, and a rest after failures.</summary>
internal sealed class ResilientChatClient : DelegatingChatClient
{
    private readonly ResiliencePipeline _pipeline;

    public ResilientChatClient(IChatClient inner, ModelLimits limits, TimeProvider clock)
        : base(inner)
    {
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    MinimumThroughput = limits.Failures,
                    FailureRatio = 0.5,
                    SamplingDuration = limits.Within,
                    BreakDuration = limits.Rest,
                    ShouldHandle = new PredicateBuilder()
                        .Handle<TimeoutRejectedException>()
                        .Handle<ModelUnavailableException>(static e =>
                            e.Why is ModelUnavailable.Failed or ModelUnavailable.Slow or ModelUnavailable.Throttled
                        ),
                }
            )
            .AddTimeout(limits.Whole)
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = 1,
                    ShouldHandle = args => ValueTask.FromResult(IsWorthWaiting(args.Outcome.Exception, limits, clock)),
                    DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Wait(args.Outcome.Exception, limits, clock)),
                }
            )
            .Build();
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await base.GetResponseAsync(messages, options, token), cancellationToken);
        }
        catch (ExecutionRejectedException e)
        {
            throw Rejected(e);
        }
    }

    /// <summary>The limit holds until the last word; whoever stops reading stops the call.</summary>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var updates = Channel.CreateUnbounded<ChatResponseUpdate>();
        var call = PumpAsync(messages, options, updates.Writer, reading.Token);
        try
        {
            await foreach (var update in updates.Reader.ReadAllAsync(cancellationToken))
            {
                yield return update;
            }
        }
        finally
        {
            await reading.CancelAsync();
            await call;
        }
    }

    private async Task PumpAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        ChannelWriter<ChatResponseUpdate> updates,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await _pipeline.ExecuteAsync(
                async token =>
                {
                    await foreach (var update in base.GetStreamingResponseAsync(messages, options, token))
                    {
                        updates.TryWrite(update);
                    }
                },
                cancellationToken
            );
            updates.Complete();
        }
        catch (ExecutionRejectedException e)
        {
            updates.Complete(Rejected(e));
        }
        catch (Exception e)
        {
            updates.Complete(e);
        }
    }

    private static ModelUnavailableException Rejected(ExecutionRejectedException e) =>
        new(e is TimeoutRejectedException ? ModelUnavailable.Slow : ModelUnavailable.Resting, e);

    private static bool IsWorthWaiting(Exception? e, ModelLimits limits, TimeProvider clock) =>
        e is ModelUnavailableException { Why: ModelUnavailable.Throttled } && Wait(e, limits, clock) + limits.Try <= limits.Whole;

    private static TimeSpan Wait(Exception? e, ModelLimits limits, TimeProvider clock) =>
        ModelFaults.RetryAfter(e, clock.GetUtcNow()) is { } asked && asked > TimeSpan.Zero ? asked : limits.Pause;
}
