using Bot.Indicators.Obligations;
using Bot.Store;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Outgoing;

/// <summary>
/// Writes down how attempts ended: the message's state and that of the deliveries that it accounts for, in one transaction. What ends while
/// another transaction is being written shares the next one.
/// </summary>
internal sealed class Bookings(IDbContextFactory<BotContext> store, DeliveryClock time, ILogger<Bookings> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private const int Attempts = 5;

    private readonly Lock _gate = new();
    private List<(Booking Booking, TaskCompletionSource Written)> _waiting = [];
    private bool _writing;

    /// <summary>Ends when it is written. Posted but not on record would be posted again when the lease ends, so it insists while the lease lasts.</summary>
    public Task BookAsync(Booking booking)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add((booking, written));
            if (_writing)
            {
                return written.Task;
            }
            _writing = true;
        }
        _ = WriteWaitingAsync();
        return written.Task;
    }

    private async Task WriteWaitingAsync()
    {
        await Task.Yield();
        while (true)
        {
            List<(Booking Booking, TaskCompletionSource Written)> batch;
            lock (_gate)
            {
                (batch, _waiting) = (_waiting, []);
                _writing = batch.Count > 0;
                if (!_writing)
                {
                    return;
                }
            }
            var failure = await TryWriteAsync(batch.ConvertAll(static entry => entry.Booking));
            foreach (var (_, written) in batch)
            {
                _ = failure is null ? written.TrySetResult() : written.TrySetException(failure);
            }
        }
    }

    private async Task<Exception?> TryWriteAsync(List<Booking> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(batch);
                return null;
            }
            catch (Exception e)
            {
                Log.RecordStays(logger, batch[0].Message.Key, e);
                if (attempt == Attempts)
                {
                    return e;
                }
            }
            await Task.Delay(Pause, time.Clock);
        }
    }

    private async Task WriteAsync(List<Booking> batch)
    {
        var now = time.Clock.GetUtcNow();
        await using var db = await store.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var booking in batch)
        {
            await MarkMessageAsync(db, booking, now);
        }
        foreach (var ended in batch.Where(static b => b.Delivery is not null).GroupBy(static b => (b.Delivery!.Value, b.Reason ?? "")))
        {
            var (state, reason) = ended.Key;
            List<long?> ids = [.. ended.Select(static b => (long?)b.Message.Id)];
            await db
                .Deliveries.Where(d => ids.Contains(d.OutboxId) && d.State == DeliveryState.Planned)
                .ExecuteUpdateAsync(row =>
                    row.SetProperty(d => d.State, state).SetProperty(d => d.Reason, reason).SetProperty(d => d.At, now)
                );
        }
        await transaction.CommitAsync();
    }

    private static Task<int> MarkMessageAsync(BotContext db, Booking booking, DateTimeOffset now) =>
        db
            .Outbox.Where(message => message.Id == booking.Message.Id)
            .ExecuteUpdateAsync(row =>
                row.SetProperty(message => message.State, booking.State)
                    .SetProperty(message => message.LastError, booking.Reason)
                    .SetProperty(message => message.SentActivityId, booking.ActivityId)
                    .SetProperty(message => message.ServiceUrl, booking.ServiceUrl)
                    .SetProperty(message => message.ConversationId, booking.ConversationId)
                    .SetProperty(message => message.LeasedBy, (string?)null)
                    .SetProperty(message => message.LeasedUntil, now + booking.Wait)
            );
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

    /// <summary>How long nobody takes it; null for not at all.</summary>
    public TimeSpan? Wait { get; init; }
}
