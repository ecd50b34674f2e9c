using Bot.Delivery.Incoming;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Recovery;

/// <summary>
/// A graceful stop, while the server still listens: nothing new is taken, running turns may end, and what has not ended in time is
/// written down for the next start.
/// </summary>
internal sealed class FinishOnStop(
    ActivityInbox inbox,
    RunningTurns turns,
    SlowTurns slow,
    TurnRunner runner,
    DeliveryClock time,
    ILogger<FinishOnStop> logger
) : IHostedLifecycleService
{
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        inbox.Close();
        if (await EmptyWithinAsync(time.Options.ShutdownLimit, cancellationToken))
        {
            return;
        }
        Log.StoppedWithTurns(logger, turns.Count);
        await slow.WriteDownAsync(TimeSpan.Zero);
        await runner.StopAsync();
        await EmptyWithinAsync(LastMoment, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> EmptyWithinAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await turns.WhenEmptyAsync().WaitAsync(limit, time.Clock, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }
}
