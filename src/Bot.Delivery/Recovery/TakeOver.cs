using Bot.Delivery.Outgoing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Recovery;

/// <summary>
/// While instances serve side by side, what one that is gone left behind is taken over by the others, and replies that another instance
/// sent no longer hold back new ones.
/// </summary>
internal sealed class TakeOver(ResumeTurns turns, OutboxRows rows, OutboxQueue queue, DeliveryClock time, ILogger<TakeOver> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => time.EachAsync(Every, LookAsync, stoppingToken);

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            if (await turns.RunAsync(stop) is > 0 and var resumed)
            {
                Log.Recovered(logger, resumed, queue.Backlog.Total);
            }
            if (await rows.ReclaimAsync(stop) is > 0 and var reclaimed)
            {
                Log.LeasesReclaimed(logger, reclaimed);
                queue.Signal.Wake();
            }
            if (queue.Backlog.Total > 0)
            {
                var before = queue.Backlog.Quiet();
                var waiting = (await rows.PendingAsync(stop)).ConvertAll(static pending => pending.Conversation).ToHashSet();
                queue.Backlog.Clear(before.Where(conversation => !waiting.Contains(conversation.Key)));
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.OutboxUnreadable(logger, e);
        }
    }
}
