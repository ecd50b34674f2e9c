using Bot.Reminders.Digest;
using Bot.Reminders.Planning;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bot.Reminders.Scheduling;

/// <summary>What the scheduler runs: the reminders of today, and the week's digest where it is still to come.</summary>
[DisallowConcurrentExecution]
internal sealed class DailyPlanning(ReminderPlanner planner, WeeklyDigest digest, ILogger<DailyPlanning> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var today = planner.Today;
        await planner.PlanAsync(today, atOnce: false, cancellationToken);
        await digest.PlanAsync(today, cancellationToken);
        Log.HourPlanned(log, context.ScheduledFireTimeUtc);
    }
}
