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
        DigestSummaries.Of(day, await CasesAsync(day, cancellationToken));

    /// <summary>Every obligation that counts on that day, done ones too.</summary>
    public Task<IReadOnlyList<ObligationCase>> CasesAsync(DateOnly day, CancellationToken cancellationToken) =>
        _from.Owed.OnAsync(day, cancellationToken);

    /// <summary>The week, by its first day, whose digest is to go out on that day: the policy's weekday, or the first working day after it; null for none.</summary>
    public async Task<DateOnly?> DueAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var week = day.AddDays(-(((int)day.DayOfWeek - (int)_from.Policies.Current.DigestOn + 7) % 7));
        return
            !_from.Catalogues.Current.Calendar.IsWorkingDay(day)
            || await _from.Ledger.HasRunAsync(PlannedRun.Digest, week, week, cancellationToken)
            ? null
            : week;
    }

    /// <summary>Who gets the digest of that day.</summary>
    public async Task<IReadOnlyList<string>> RecipientsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var addressees = await _from.AddresseesAsync(cancellationToken);
        return [.. addressees.InspectionTeam.Where(recipient => addressees.Refuses(recipient, day) is null)];
    }

    /// <summary>Plans the digest that is due on that day, where one is.</summary>
    public async Task PlanAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (await DueAsync(day, cancellationToken) is not { } week)
        {
            return;
        }

        var now = _from.Clock.GetUtcNow();
        var dueAt = _from.Policies.Current.Hours.Next(now, _from.Catalogues.Current.Calendar);
        var addressees = await _from.AddresseesAsync(cancellationToken);
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
        if (await _from.Ledger.TryPlanAsync(run, cancellationToken))
        {
            _from.Dispatch.Wake();
        }
    }
}
