using Bot.Indicators.Periods;
using Bot.Store.Catalogues;
using Bot.Store.Notices;
using Microsoft.Extensions.Options;

namespace Bot.Reminders.Scheduling;

/// <summary>The hour of planning that passed today without its reminders being planned.</summary>
internal sealed class PassedHour(CatalogueCache catalogues, NoticeLedger ledger, IOptions<RemindersOptions> options, TimeProvider clock)
{
    /// <summary>When it was; null where none passed, today is a day off, or what it was for is planned.</summary>
    public async Task<DateTimeOffset?> FindAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = CityDay.Of(now);
        return
            catalogues.Current.Calendar.IsWorkingDay(today)
            && PlanningCron.Read(options.Value.Cron).GetPreviousValidTimeBefore(now) is { } due
            && CityDay.Of(due) == today
            && !await ledger.HasRunAsync(PlannedRun.Reminders, today, today, cancellationToken)
            ? due
            : null;
    }
}
