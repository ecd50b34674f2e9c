using Bot.Reminders.Digest;
using Bot.Reminders.Planning;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bot.Reminders.Scheduling;

/// <summary>
/// What the scheduler runs: the reminders of today, and the week's digest where it is still to come. Where that fails it is tried again a few
/// times: a store may be locked or away for a while.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DailyPlanning(ReminderPlanner planner, WeeklyDigest digest, TimeProvider clock, ILogger<DailyPlanning> log) : IJob
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await PlanAsync(cancellationToken);
        Log.HourPlanned(log, context.ScheduledFireTimeUtc);
    }

    internal async Task PlanAsync(CancellationToken cancellationToken)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                await PlanOnceAsync(cancellationToken);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.PlanningFailed(log, pause, e);
                await Task.Delay(pause, clock, cancellationToken);
            }
        }

        await PlanOnceAsync(cancellationToken);
    }

    private async Task PlanOnceAsync(CancellationToken cancellationToken)
    {
        var today = planner.Today;
        await planner.PlanAsync(today, atOnce: false, cancellationToken);
        await digest.PlanAsync(today, cancellationToken);
    }
}
