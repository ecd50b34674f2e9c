using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;
using Bot.Store.Notices;

namespace Bot.Reminders.Digest;

/// <summary>The inspection team's digest: on request at any time, and once a week by itself.</summary>
public sealed class WeeklyDigest
{
    private readonly PlanningSources _from;

    internal WeeklyDigest(PlanningSources from) => _from = from;

    /// <summary>Where all units stand on that day.</summary>
    public async Task<DigestSummary> SummaryAsync(DateOnly day, CancellationToken cancellationToken) =>
        DigestSummaries.Of(day, await _from.Owed.OnAsync(day, cancellationToken));

    /// <summary>
    /// Plans the digest of the week that the day lies in, where it was not planned yet: on the policy's weekday, or on the first working
    /// day after it on which planning runs.
    /// </summary>
    public async Task PlanAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var calendar = _from.Catalogues.Current.Calendar;
        var policy = _from.Policies.Current;
        var week = day.AddDays(-(((int)day.DayOfWeek - (int)policy.DigestOn + 7) % 7));
        if (!calendar.IsWorkingDay(day) || await _from.Ledger.HasRunAsync(PlannedRun.Digest, week, week, cancellationToken))
        {
            return;
        }

        var now = _from.Clock.GetUtcNow();
        var addressees = await _from.AddresseesAsync(cancellationToken);
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
        if (await _from.Ledger.TryPlanAsync(run, cancellationToken))
        {
            _from.Dispatch.Wake();
        }
    }
}
