using System.Runtime.CompilerServices;
using Bot.Indicators.Periods;
using Bot.Reminders.Policies;
using Bot.Store.Notices;
using Microsoft.Extensions.Logging;

namespace Bot.Reminders.Planning;

/// <summary>
/// Decides who is reminded of what on a day, and writes it down. A reminder is known by obligation, deadline, step, occurrence and recipient:
/// planning again adds nothing, also where days off were decided meanwhile, and what was missed because nobody planned comes with the next planning and says how late it is.
/// </summary>
public sealed class ReminderPlanner
{
    // Two instances that plan the same at once: who comes second finds less to do.
    private const int Attempts = 3;

    private readonly PlanningSources _from;
    private readonly ILogger _log;

    internal ReminderPlanner(PlanningSources from, ILogger<ReminderPlanner> log) => (_from, _log) = (from, log);

    /// <summary>The present day of the city.</summary>
    public DateOnly Today => CityDay.Of(_from.Clock.GetUtcNow());

    /// <summary>Plans the day's reminders, to go out within the hours of the policy, or at once where somebody asks for it.</summary>
    /// <exception cref="PolicyException">The policy file cannot be taken.</exception>
    /// <exception cref="IOException">Other plannings of the same were always faster.</exception>
    public async Task<ReminderPlan> PlanAsync(DateOnly day, bool atOnce, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var now = _from.Clock.GetUtcNow();
            var dueAt = atOnce ? now : _from.Policies.Current.Hours.Next(now, _from.Catalogues.Current.Calendar);
            var opened = await _from.Ledger.OpenedAsync(cancellationToken);
            var since = await _from.Owed.SinceAsync(day, cancellationToken);
            var plan = await DraftAsync(day, since, opened, dueAt, cancellationToken);
            if (!plan.IsWorkingDay || await _from.Ledger.TryPlanAsync(Run(plan, now), cancellationToken))
            {
                _from.Dispatch.Wake();
                if (!plan.IncompleteYears.IsEmpty)
                {
                    Log.CalendarIncomplete(_log, string.Join(", ", plan.IncompleteYears));
                }

                Log.Planned(_log, day, plan.Notices.Sum(n => n.Intended.Count), plan.Opened.Count, plan.Held.Count, plan.Unheard.Count);
                return plan;
            }
        }

        throw new IOException($"The reminders of {day:yyyy-MM-dd} are being planned elsewhere at the same time; try again in a minute.");
    }

    /// <summary>What planning each day from <paramref name="first"/> on would do under today's data; nothing is written.</summary>
    /// <exception cref="PolicyException">The policy file cannot be taken.</exception>
    public async IAsyncEnumerable<ReminderPlan> PreviewAsync(
        DateOnly first,
        int days,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var opened = (await _from.Ledger.OpenedAsync(cancellationToken)).ToDictionary();
        var since = await _from.Owed.SinceAsync(first, cancellationToken);
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            var plan = await DraftAsync(day, since, opened, _from.Clock.GetUtcNow(), cancellationToken);
            yield return plan;
            since = plan.IsWorkingDay ? day : since;
            foreach (var ladder in plan.Opened)
            {
                opened[ladder.Obligation] = ladder;
            }
        }
    }

    private async Task<ReminderPlan> DraftAsync(
        DateOnly day,
        DateOnly since,
        IReadOnlyDictionary<string, OpenedLadder> opened,
        DateTimeOffset dueAt,
        CancellationToken cancellationToken
    )
    {
        var calendar = _from.Catalogues.Current.Calendar;
        if (!calendar.IsWorkingDay(day))
        {
            return new ReminderPlan { Day = day, IsWorkingDay = false };
        }

        var policy = _from.Policies.Current;
        var addressees = await _from.AddresseesAsync(cancellationToken);
        var steps = new DueSteps(day, calendar, policy, opened);
        var owed = await _from.Owed.OnAsync(day, since, opened, cancellationToken);
        List<DueStep> due = [.. owed.Select(steps.Of).OfType<DueStep>()];
        var intended = due.ConvertAll(d => IntendedReminder.Of(d, addressees, day, calendar).ToList());
        var known = await _from.Ledger.IntendedAsync(
            intended.SelectMany(reminders => reminders).SelectMany(reminder => new[] { reminder.Delivery.Key, reminder.Former }),
            cancellationToken
        );
        var cards = await _from.Ledger.MessagesAsync(Merging.KeyPrefix(day), cancellationToken);

        var byRecipient = intended
            .SelectMany(reminders => reminders)
            .Where(reminder => !known.Contains(reminder.Delivery.Key) && !known.Contains(reminder.Former))
            .GroupBy(reminder => reminder.Recipient)
            .ToLookup(recipient => cards.GetValueOrDefault(recipient.Key) < policy.CardsPerDay);
        return new ReminderPlan
        {
            Day = day,
            IsWorkingDay = true,
            Opened = [.. owed.Select(steps.Opens).OfType<OpenedLadder>()],
            Notices = [.. byRecipient[true].Select(r => Merging.Notice(r, day, dueAt, addressees.Refuses(r.Key, day)))],
            Held = [.. byRecipient[false].Select(r => r.Key)],
            IncompleteYears =
            [
                .. Enumerable
                    .Range(day.Year, calendar.Nth(calendar.Ordinal(day) + OwedObligations.Ahead).Year - day.Year + 1)
                    .Where(year => !calendar.IsComplete(year)),
            ],
            Unheard = [.. due.Where((_, i) => intended[i].Count == 0).Select(d => d.Case.Key)],
        };
    }

    private static PlannedRun Run(ReminderPlan plan, DateTimeOffset now) =>
        new()
        {
            Plan = PlannedRun.Reminders,
            Day = plan.Day,
            At = now,
            Opened = plan.Opened,
            Notices = plan.Notices,
        };
}
