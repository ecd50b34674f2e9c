using Bot.Delivery.Outgoing;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Recovery;

/// <summary>Frees what processes that are gone had taken, and counts the replies that wait, so that new ones queue behind them.</summary>
internal sealed class RestoreOutbox(OutboxRows rows, OutboxQueue queue, ILogger<RestoreOutbox> logger)
{
    /// <summary>How many replies wait.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (await rows.ReclaimAsync(cancellationToken) is > 0 and var reclaimed)
        {
            Log.LeasesReclaimed(logger, reclaimed);
        }
        foreach (var (conversation, count) in await rows.PendingAsync(cancellationToken))
        {
            queue.Backlog.Add(conversation, count);
        }
        return queue.Backlog.Total;
    }
}
