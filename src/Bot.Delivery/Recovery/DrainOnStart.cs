using Bot.Delivery.Incoming;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Recovery;

/// <summary>What earlier processes left comes before the first new activity: only then does the inbox open.</summary>
internal sealed class DrainOnStart(
    AnsweredActivities answered,
    RestoreOutbox outbox,
    ResumeTurns turns,
    ActivityInbox inbox,
    ILogger<DrainOnStart> logger
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await answered.LookAsync(cancellationToken);
        var pending = await outbox.RunAsync(cancellationToken);
        var resumed = await turns.RunAsync(cancellationToken);
        if (resumed + pending > 0)
        {
            Log.Recovered(logger, resumed, pending);
        }
        inbox.Open();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
