using System.Text.Json;
using Bot.Activities;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Store;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Recovery;

/// <summary>Messages that were given up, for a person to look at and to send again once the cause is mended.</summary>
public sealed class DeadLetters
{
    // What is older the ladder has said again, or will.
    private static readonly TimeSpan Missed = TimeSpan.FromDays(14);

    private readonly IDbContextFactory<BotContext> _store;
    private readonly OutboxQueue _queue;
    private readonly DeliveryClock _time;

    internal DeadLetters(IDbContextFactory<BotContext> store, OutboxQueue queue, DeliveryClock time) =>
        (_store, _queue, _time) = (store, queue, time);

    /// <summary>The newest dead letters first.</summary>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(int take, CancellationToken cancellationToken)
    {
        await using var db = await _store.CreateDbContextAsync(cancellationToken);
        var rows = await db
            .Outbox.AsNoTracking()
            .Where(static message => message.State == OutboxState.Dead)
            .OrderByDescending(static message => message.Id)
            .Take(take)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => new DeadLetter(
            row.Id,
            row.Key,
            row.Kind,
            row.Recipient.Length > 0 ? row.Recipient : row.ConversationKey,
            row.LastError ?? "",
            row.Attempts,
            MayBeReplayed(row)
        ));
    }

    /// <summary>Sends dead letters again as if they had never been tried, with their deliveries; how many there were.</summary>
    /// <param name="ids">Their ids; what is no dead letter, or cannot be replayed, is left as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int> ReplayAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var now = _time.Clock.GetUtcNow();
        await using var db = await _store.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var dead = await db
            .Outbox.AsNoTracking()
            .Where(message => ids.Contains(message.Id) && message.State == OutboxState.Dead)
            .ToListAsync(cancellationToken);
        List<long?> messages = [];
        foreach (var id in dead.FindAll(MayBeReplayed).Select(static message => message.Id))
        {
            // Somebody else may have been faster: what is on its way again, or arrived, is left alone.
            var replayed = await db
                .Outbox.Where(message => message.Id == id && message.State == OutboxState.Dead)
                .ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(m => m.State, OutboxState.Due)
                            .SetProperty(m => m.Attempts, 0)
                            .SetProperty(m => m.LastError, (string?)null)
                            .SetProperty(m => m.EnqueuedAt, now)
                            .SetProperty(m => m.LeasedBy, (string?)null)
                            .SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null),
                    cancellationToken
                );
            if (replayed == 1)
            {
                messages.Add(id);
            }
        }
        await db
            .Deliveries.Where(d => messages.Contains(d.OutboxId))
            .Where(d => d.State == DeliveryState.Failed || d.State == DeliveryState.Unreachable)
            .ExecuteUpdateAsync(
                row => row.SetProperty(d => d.State, DeliveryState.Planned).SetProperty(d => d.Reason, "").SetProperty(d => d.At, now),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
        _queue.Signal.Wake();
        return messages.Count;
    }

    /// <summary>
    /// Somebody who could not be reached can be: where the newest notice about something found no way, it goes out now, and its composer
    /// suppresses it where the work was done meanwhile. Older ones stay what they are.
    /// </summary>
    internal async Task ReachAsync(string recipient, CancellationToken cancellationToken)
    {
        var since = _time.Clock.GetUtcNow() - Missed;
        await using var db = await _store.CreateDbContextAsync(cancellationToken);
        var intended = await db
            .Deliveries.Where(d => d.Recipient == recipient && d.OutboxId != null && d.At >= since)
            .OrderBy(static d => d.Id)
            .Select(static d => new
            {
                d.Obligation,
                d.OutboxId,
                d.State,
            })
            .ToListAsync(cancellationToken);
        List<long> lost =
        [
            .. intended
                .GroupBy(static d => d.Obligation)
                .Select(static about => about.Last())
                .Where(static newest => newest.State == DeliveryState.Unreachable)
                .Select(static newest => newest.OutboxId!.Value)
                .Distinct(),
        ];
        if (lost.Count > 0)
        {
            await ReplayAsync(lost, cancellationToken);
        }
    }

    // The row of a turn that kept failing holds the question, which is nothing to post; only what came from a channel has an id.
    private static bool MayBeReplayed(OutboxMessage message)
    {
        try
        {
            return message.Kind.Length > 0
                || JsonSerializer.Deserialize(message.Activity, ActivityJsonContext.Wire.Activity) is { Id: null or "" };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>A message that was given up.</summary>
/// <param name="Id">Names it for a replay.</param>
/// <param name="Key">What it answers or announces.</param>
/// <param name="Kind">Empty for a reply, otherwise the kind of notice.</param>
/// <param name="Recipient">The recipient of a notice, the conversation of a reply.</param>
/// <param name="Reason">Why it was given up, in the words of the accounting.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="MayBeReplayed">False for a question whose turn kept failing: it holds nothing to send.</param>
public sealed record DeadLetter(long Id, string Key, string Kind, string Recipient, string Reason, int Attempts, bool MayBeReplayed);
