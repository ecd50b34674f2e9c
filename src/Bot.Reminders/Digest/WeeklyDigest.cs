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

    /// <summary>
    /// Plans the digest of the week that the day lies in, where it was not planned yet: on the policy's weekday, or on the first working
    /// day after it on which planning runs.
    /// </summary>
    public async Task PlanAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var calendar = _catalogues.Current.Calendar;
        var policy = _policies.Current;
        var week = day.AddDays(-(((int)day.DayOfWeek - (int)policy.DigestOn + 7) % 7));
        if (!calendar.IsWorkingDay(day) || await _ledger.HasRunAsync(PlannedRun.Digest, week, week, cancellationToken))
        {
            return;
        }

        var now = _clock.GetUtcNow();
        var addressees = new Addressees(
            _contacts.All,
            await _ledger.InspectionChannelsAsync(cancellationToken),
            await _wishes.AllAsync(cancellationToken)
        );
        var run = new PlannedRun
        {
            Plan = PlannedRun.Digest,
            Day = week,
            At = now,
            Notices =
            [
                .. addressees.InspectionTeam.Select(recipient =>
                    DayNotices.Notice(DayPayload.DigestKind, week, day, recipient, policy.Hours.Next(now, calendar)) with
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
}
