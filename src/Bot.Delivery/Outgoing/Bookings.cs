using Bot.Delivery.Pacing;
using Bot.Indicators.Obligations;
using Bot.Store.Rows;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Outgoing;

/// <summary>Writes down how attempts ended: the messages' state and that of the deliveries that they account for, in one transaction.</summary>
internal sealed class Bookings(OutboxStatements statements, DeliveryClock time, ILogger<Bookings> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private const int LongestPause = 25;
    private const int AttemptsOnStop = 5;

    /// <summary>What is to be written down of an attempt.</summary>
    public Booking Of(OutboxMessage message, PostOutcome outcome, ConversationRow? conversation)
    {
        switch (outcome.Kind)
        {
            case PostKind.Sent:
                Log.Delivered(logger, message.Key, message.Attempts);
                return new(message, OutboxState.Sent, DeliveryState.Delivered, null)
                {
                    ActivityId = outcome.ActivityId,
                    ServiceUrl = conversation?.ServiceUrl ?? message.ServiceUrl,
                    ConversationId = conversation?.ConversationId ?? message.ConversationId,
                    DueAt = time.Clock.GetUtcNow(),
                };
            case PostKind.Suppressed:
                return new(message, OutboxState.Suppressed, DeliveryState.Suppressed, outcome.Reason);
            case PostKind.Held:
                var quiet = outcome.RetryAfter ?? TimeSpan.Zero;
                // The patience with a channel is counted in hours in which it was tried.
                return new(message, OutboxState.Due, null, message.LastError ?? outcome.Reason)
                {
                    DueAt = time.Clock.GetUtcNow() + quiet,
                    EnqueuedAt = message.EnqueuedAt + quiet,
                };
            case PostKind.Failed when time.Clock.GetUtcNow() - message.EnqueuedAt < time.Options.GiveUpAfter:
                return new(message, OutboxState.Due, null, outcome.Reason)
                {
                    Wait = outcome.RetryAfter ?? Backoff.After(message.Attempts, time.Options),
                };
            default:
                var reason = outcome.Kind == PostKind.Failed ? $"tried for too long: {outcome.Reason}" : outcome.Reason;
                Log.SetAside(logger, message.Key, (outcome with { Reason = reason }).Described);
                var end = outcome.Kind == PostKind.Unreachable ? DeliveryState.Unreachable : DeliveryState.Failed;
                return new(message, OutboxState.Dead, end, reason);
        }
    }

    /// <summary>
    /// Posted but not on record would be posted again, so it insists until the store is back; a process that is told to stop, for a second.
    /// Meanwhile nothing else is sent: the store could not lease it either.
    /// </summary>
    public async Task WriteAsync(IReadOnlyList<Booking> ended, CancellationToken stop)
    {
        for (var (attempt, onStop) = (1, 0); ended.Count > 0; attempt++)
        {
            try
            {
                await statements.SettleAsync(ended);
                return;
            }
            catch (Exception e)
            {
                Log.RecordStays(logger, ended[0].Message.Key, e);
            }
            if (stop.IsCancellationRequested && ++onStop == AttemptsOnStop)
            {
                return;
            }
            await WaitAsync(onStop > 0 ? Pause : Pause * Math.Min(attempt, LongestPause), onStop > 0 ? default : stop);
        }
    }

    // A stop ends a long wait, and is no reason to wait for nothing.
    private async Task WaitAsync(TimeSpan wait, CancellationToken stop)
    {
        try
        {
            await Task.Delay(wait, time.Clock, stop);
        }
        catch (OperationCanceledException) { }
    }
}

/// <summary>How one attempt ended.</summary>
/// <param name="Message">The message as it was leased.</param>
/// <param name="State">Its state from now on.</param>
/// <param name="Delivery">That of its deliveries; null while it waits, and for a reply.</param>
/// <param name="Reason">Why it was not sent; null where it was.</param>
internal sealed record Booking(OutboxMessage Message, string State, DeliveryState? Delivery, string? Reason)
{
    /// <summary>The channel's id of what was sent; null where there is none.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Where it was sent.</summary>
    public string ServiceUrl { get; init; } = Message.ServiceUrl;

    /// <summary>Where it was sent.</summary>
    public string ConversationId { get; init; } = Message.ConversationId;

    /// <summary>The earliest moment to send it from now on; of what was sent, when it was.</summary>
    public DateTimeOffset DueAt { get; init; } = Message.DueAt;

    /// <summary>Since when it is tried.</summary>
    public DateTimeOffset EnqueuedAt { get; init; } = Message.EnqueuedAt;

    /// <summary>How long nobody takes it; null for not at all.</summary>
    public TimeSpan? Wait { get; init; }
}
