using Bot.Indicators.Periods;
using Bot.Reminders.Digest;
using Bot.Reminders.Planning;
using Quartz;

namespace Bot.Reminders.Scheduling;

/// <summary>What the scheduler runs: the reminders of today, and the week's digest where it is still to come.</summary>
[DisallowConcurrentExecution]
internal sealed class DailyPlanning(ReminderPlanner planner, WeeklyDigest digest, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var today = CityDay.Of(clock.GetUtcNow());
        await planner.PlanAsync(today, atOnce: false, cancellationToken);
        await digest.PlanAsync(today, cancellationToken);
    }
}
