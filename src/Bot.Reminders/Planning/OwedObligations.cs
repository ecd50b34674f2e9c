using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Reminders.Policies;
using Bot.Store.Catalogues;
using Bot.Store.Notices;
using Bot.Store.Obligations;

namespace Bot.Reminders.Planning;

/// <summary>
/// What is owed on a day: what is recorded, and what the types' rules say. What no source speaks of is not missing: by rule alone only that
/// counts whose deadline came after the bot first planned, so that somebody was reminded in time.
/// </summary>
internal sealed class OwedObligations(
    ObligationCases cases,
    CatalogueCache catalogues,
    NoticeLedger ledger,
    ReminderPolicies policies,
    TimeProvider clock
)
{
    // As far ahead as a ladder may begin, in working days.
    private const int Ahead = 60;

    public async Task<IReadOnlyList<ObligationCase>> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var catalogue = catalogues.Current;
        var first = CityDay.Of(await ledger.FirstRunAsync(cancellationToken) ?? clock.GetUtcNow());
        var until = catalogue.Calendar.Nth(catalogue.Calendar.Ordinal(day) + Ahead);
        var owed = ObligationGenerator.Owed(catalogue, policies.Current.Reporting, first, until);
        return await cases.AllAsync(day, owed, cancellationToken);
    }
}
