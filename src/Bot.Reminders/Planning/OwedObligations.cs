using Bot.Indicators.Obligations;
using Bot.Reminders.Policies;
using Bot.Store.Catalogues;
using Bot.Store.Notices;
using Bot.Store.Obligations;

namespace Bot.Reminders.Planning;

/// <summary>
/// What is owed on a day: what is recorded, and what the types' rules say. What no source speaks of is not missing: by rule alone only that
/// counts which is still to fall due, which opened before it did, or which fell due while nobody planned.
/// </summary>
internal sealed class OwedObligations(ObligationCases cases, CatalogueCache catalogues, NoticeLedger ledger, ReminderPolicies policies)
{
    /// <summary>As far ahead as a ladder may begin, in working days; who has not planned for longer begins as on the first day.</summary>
    public const int Ahead = 60;

    public async Task<IReadOnlyList<ObligationCase>> OnAsync(DateOnly day, CancellationToken cancellationToken) =>
        await OnAsync(day, await SinceAsync(day, cancellationToken), await ledger.OpenedAsync(cancellationToken), cancellationToken);

    /// <summary>From when on deadlines count by rule alone: the day of the planning before, so that what fell due meanwhile is made up; the day itself at the first.</summary>
    public async Task<DateOnly> SinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var calendar = catalogues.Current.Calendar;
        return await ledger.LastRunAsync(day, cancellationToken) is { } last && calendar.WorkingDaysBetween(last, day) <= Ahead
            ? last
            : day;
    }

    /// <summary>The same with what falls due from <paramref name="since"/> on and these that have opened.</summary>
    public async Task<IReadOnlyList<ObligationCase>> OnAsync(
        DateOnly day,
        DateOnly since,
        IReadOnlyDictionary<string, OpenedLadder> opened,
        CancellationToken cancellationToken
    )
    {
        var catalogue = catalogues.Current;
        var until = catalogue.Calendar.Nth(catalogue.Calendar.Ordinal(day) + Ahead);
        var owed = ObligationGenerator.Owed(catalogue, policies.Current.Reporting, since, until);
        var open = opened.Keys.Select(key => ObligationKey.Find(key, catalogue)).OfType<ObligationKey>();
        return await cases.AllAsync(day, owed.Union(open), cancellationToken);
    }
}
