using Bot.Delivery.Outgoing;
using Bot.Reminders.Policies;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Notices;
using Microsoft.Extensions.Logging;

namespace Bot.Reminders.Planning;

/// <summary>
/// Decides who is reminded of what on a day, and writes it down. A reminder is known by obligation, step, the step's day and recipient:
/// planning again adds nothing, and what was missed because nobody planned comes with the next planning and says how late it is.
/// </summary>
public sealed class ReminderPlanner
{
    // Two instances that plan the same at once: who comes second finds less to do.
    private const int Attempts = 3;

    private readonly OwedObligations _owed;
    private readonly CatalogueCache _catalogues;
    private readonly ContactBook _contacts;
    private readonly NoticeLedger _ledger;
    private readonly NoticePreferences _wishes;
    private readonly ReminderPolicies _policies;
    private readonly DispatchSignal _dispatch;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;

    internal ReminderPlanner(
        OwedObligations owed,
        CatalogueCache catalogues,
        ContactBook contacts,
        NoticeLedger ledger,
        NoticePreferences wishes,
        ReminderPolicies policies,
        DispatchSignal dispatch,
        TimeProvider clock,
        ILogger<ReminderPlanner> log
    )
    {
        (_owed, _catalogues, _contacts, _ledger) = (owed, catalogues, contacts, ledger);
        (_wishes, _policies, _dispatch, _clock, _log) = (wishes, policies, dispatch, clock, log);
    }

    /// <summary>Plans the day's reminders, to go out within the hours of the policy, or at once where somebody asks for it.</summary>
    /// <exception cref="PolicyException">The policy file cannot be taken.</exception>
    /// <exception cref="IOException">Other plannings of the same were always faster.</exception>
    public async Task<ReminderPlan> PlanAsync(DateOnly day, bool atOnce, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var now = _clock.GetUtcNow();
            var dueAt = atOnce ? now : _policies.Current.Hours.Next(now, _catalogues.Current.Calendar);
            var plan = await DraftAsync(day, dueAt, cancellationToken);
            if (!plan.IsWorkingDay || await _ledger.TryPlanAsync(Run(plan, now), cancellationToken))
            {
                _dispatch.Wake();
                Log.Planned(_log, day, plan.Notices.Sum(n => n.Intended.Count), plan.Opened.Count, plan.Held.Count, plan.Unheard.Count);
                return plan;
            }
        }

        throw new IOException($"The reminders of {day:yyyy-MM-dd} are being planned elsewhere at the same time; try again in a minute.");
    }

    /// <summary>What planning that day would do now; nothing is written.</summary>
    /// <exception cref="PolicyException">The policy file cannot be taken.</exception>
    public Task<ReminderPlan> PreviewAsync(DateOnly day, CancellationToken cancellationToken) =>
        DraftAsync(day, _clock.GetUtcNow(), cancellationToken);

    private async Task<ReminderPlan> DraftAsync(DateOnly day, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var calendar = _catalogues.Current.Calendar;
        if (!calendar.IsWorkingDay(day))
        {
            return new ReminderPlan { Day = day, IsWorkingDay = false };
        }

        var policy = _policies.Current;
        var addressees = await AddresseesAsync(cancellationToken);
        var steps = new DueSteps(day, calendar, policy, await _ledger.OpenedAsync(cancellationToken));
        List<DueStep> due = [.. (await _owed.OnAsync(day, cancellationToken)).Select(steps.Of).OfType<DueStep>()];
        var intended = due.ConvertAll(d => IntendedReminder.Of(d, addressees, day, calendar).ToList());
        var known = due.Count == 0 ? new HashSet<string>() : await _ledger.IntendedSinceAsync(due.Min(d => d.Fell.Day), cancellationToken);
        var cards = await _ledger.MessagesAsync(Merging.KeyPrefix(day), cancellationToken);

        var byRecipient = intended
            .SelectMany(reminders => reminders)
            .Where(reminder => !known.Contains(reminder.Delivery.Key))
            .GroupBy(reminder => reminder.Recipient)
            .ToLookup(recipient => cards.GetValueOrDefault(recipient.Key) < policy.CardsPerDay);
        return new ReminderPlan
        {
            Day = day,
            IsWorkingDay = true,
            Opened = [.. due.Select(d => d.Opens).OfType<OpenedLadder>()],
            Notices = [.. byRecipient[true].Select(r => Merging.Notice(r, day, dueAt, addressees.Refuses(r.Key, day)))],
            Held = [.. byRecipient[false].Select(r => r.Key)],
            Unheard = [.. due.Where((_, i) => intended[i].Count == 0).Select(d => d.Case.Key)],
        };
    }

    private async Task<Addressees> AddresseesAsync(CancellationToken cancellationToken) =>
        new(_contacts.All, await _ledger.InspectionChannelsAsync(cancellationToken), await _wishes.AllAsync(cancellationToken));

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
