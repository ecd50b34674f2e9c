using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Incoming;

/// <summary>
/// What other instances on this store have accepted and answered, learned each second, so that a delivery repeated to this one is known.
/// Nobody tells whether there are any; to look costs two reads by key, and no turn waits for them.
/// </summary>
internal sealed class OtherInstances(AnsweredActivities answered, DeliveryRows rows, DeliveryClock time, ILogger<OtherInstances> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private volatile HashSet<string> _accepted = [];

    /// <summary>Whether another instance has written the activity down and answers it.</summary>
    public bool HaveAccepted(ActivityKey key) => _accepted is { Count: > 0 } keys && keys.Contains(ActivityKey.RowKey(key.Text));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => time.EachAsync(Every, LookAsync, stoppingToken);

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            // In this order: of what ends in between, the entry was seen or the id will be.
            _accepted = await rows.AcceptedElsewhereAsync(stop);
            await answered.LookAsync(stop);
            Log.LookedAtOthers(logger, _accepted.Count);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.OthersUnknown(logger, e);
        }
    }
}
