using Bot.Delivery.Outgoing;
using Bot.Indicators.Periods;
using Bot.Reminders.Planning;
using Bot.Store.Contacts;
using Bot.Store.Notices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Reminders.Scheduling;

/// <summary>
/// Notices that a working day's reminders were not planned an hour after their time, and tells the administrators, once a day. It does not
/// rely on the scheduler that it watches.
/// </summary>
internal sealed class PlanningWatchdog(
    PassedHour passed,
    ContactBook contacts,
    NoticeLedger ledger,
    DispatchSignal dispatch,
    IOptions<RemindersOptions> options,
    TimeProvider clock,
    ILogger<PlanningWatchdog> log
) : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        var started = clock.GetUtcNow();
        using var timer = new PeriodicTimer(LooksEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(started, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    /// <summary>Looks once; whether planning was missed.</summary>
    internal async Task<bool> LookAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        try
        {
            return await MissedAsync(started, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.WatchdogBlind(log, e);
            return false;
        }
    }

    private async Task<bool> MissedAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = CityDay.Of(now);
        if (
            await passed.FindAsync(cancellationToken) is not { } due
            // A start after the hour makes it up by itself, and may take as long; the very first start has nothing to make up.
            || now - (started > due ? started : due) < Grace
            || started > due && await ledger.FirstRunAsync(cancellationToken) is null
        )
        {
            return false;
        }

        var admins = new Addressees(contacts.All, [], new Dictionary<string, NoticePreference>()).Admins;
        var run = new PlannedRun
        {
            Plan = DayPayload.WarningKind,
            Day = today,
            At = now,
            Notices = [.. admins.Select(admin => DayNotices.Notice(DayPayload.WarningKind, today, today, admin, now))],
        };
        if (await ledger.TryPlanAsync(run, cancellationToken))
        {
            Log.PlanningMissed(log, today);
            dispatch.Wake();
        }

        return true;
    }
}
