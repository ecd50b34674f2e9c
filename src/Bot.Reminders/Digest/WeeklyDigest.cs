using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;
using Bot.Reminders.Policies;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Notices;

namespace Bot.Reminders.Digest;

/// <summary>The inspection team's digest: on request at any time, and once a week by itself.</summary>
public sealed class WeeklyDigest
{
    private readonly OwedObligations _owed;
    private readonly CatalogueCache _catalogues;
    private readonly ContactBook _contacts;
    private readonly NoticeLedger _ledger;
    private readonly NoticePreferences _wishes;
    private readonly ReminderPolicies _policies;
    private readonly DispatchSignal _dispatch;
    private readonly TimeProvider _clock;

    internal WeeklyDigest(
        OwedObligations owed,
        CatalogueCache catalogues,
        ContactBook contacts,
        NoticeLedger ledger,
        NoticePreferences wishes,
        ReminderPolicies policies,
        DispatchSignal dispatch,
        TimeProvider clock
    )
    {
        (_owed, _catalogues, _contacts, _ledger) = (owed, catalogues, contacts, ledger);
        (_wishes, _policies, _dispatch, _clock) = (wishes, policies, dispatch, clock);
    }

    /// <summary>Where all units stand on that day.</summary>
    public async Task<DigestSummary> SummaryAsync(DateOnly day, CancellationToken cancellationToken) =>
        DigestSummaries.Of(day, await _owed.OnAsync(day, cancellationToken));

    /// <summary>The week, by its first day, whose digest is to go out on that day: the policy's weekday, or the first working day after it; null for none.</summary>
    public async Task<DateOnly?> DueAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var week = day.AddDays(-(((int)day.DayOfWeek - (int)_policies.Current.DigestOn + 7) % 7));
        return
            !_catalogues.Current.Calendar.IsWorkingDay(day) || await _ledger.HasRunAsync(PlannedRun.Digest, week, week, cancellationToken)
            ? null
            : week;
    }

    /// <summary>Who gets the digest of that day.</summary>
    public async Task<IReadOnlyList<string>> RecipientsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var addressees = await AddresseesAsync(cancellationToken);
        return [.. addressees.InspectionTeam.Where(recipient => addressees.Refuses(recipient, day) is null)];
    }

    /// <summary>Plans the digest that is due on that day, where one is.</summary>
    public async Task PlanAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (await DueAsync(day, cancellationToken) is not { } week)
        {
            return;
        }

        var now = _clock.GetUtcNow();
        var dueAt = _policies.Current.Hours.Next(now, _catalogues.Current.Calendar);
        var addressees = await AddresseesAsync(cancellationToken);
        var run = new PlannedRun
        {
            Plan = PlannedRun.Digest,
            Day = week,
            At = now,
            Notices =
            [
                .. addressees.InspectionTeam.Select(recipient =>
                    DayNotices.Notice(DayPayload.DigestKind, week, day, recipient, dueAt) with
                    {
                        SuppressedBecause = addressees.Refuses(recipient, day),
                    }
                ),
            ],
        };
        // False: another instance planned it meanwhile.
        if (await _ledger.TryPlanAsync(run, cancellationToken))
        {
            _dispatch.Wake();
        }
    }

    private async Task<Addressees> AddresseesAsync(CancellationToken cancellationToken) =>
        new(_contacts.All, await _ledger.InspectionChannelsAsync(cancellationToken), await _wishes.AllAsync(cancellationToken));
}
