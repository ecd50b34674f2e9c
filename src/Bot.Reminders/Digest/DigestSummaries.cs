using Bot.Indicators.Obligations;

namespace Bot.Reminders.Digest;

/// <summary>Sorts obligations into the lists of a digest and counts them by unit.</summary>
internal static class DigestSummaries
{
    public static DigestSummary Of(DateOnly day, IReadOnlyList<ObligationCase> cases)
    {
        var byState = cases.ToLookup(c => c.Obligation.State);
        return new DigestSummary
        {
            Day = day,
            Missing = [.. ByUnit(byState[ObligationState.Missing])],
            Overdue = [.. ByUnit(byState[ObligationState.Overdue]).OrderByDescending(c => c.Obligation.WorkingDaysLate)],
            DueSoon = [.. ByUnit(byState[ObligationState.Due]).OrderBy(c => c.Obligation.WorkingDaysLeft)],
            Waiting = [.. ByUnit(cases.Where(c => c.Marked is not null || c.ExtensionAsked is not null))],
            Units =
            [
                .. cases
                    .GroupBy(c => c.Key.Unit)
                    .Select(unit => new UnitSummary(
                        unit.Key,
                        unit.Count(c => c.Obligation.State == ObligationState.Missing),
                        unit.Count(c => c.Obligation.State == ObligationState.Overdue),
                        unit.Count(c => c.Obligation.State == ObligationState.Due),
                        unit.Count(c => IsIssued(c) && c.Key.Period.First.Year <= day.Year && day.Year <= c.Key.Period.EndYear)
                    ))
                    .Where(unit => unit.Missing + unit.Overdue + unit.DueSoon > 0)
                    .OrderByDescending(unit => unit.Missing + unit.Overdue)
                    .ThenByDescending(unit => unit.DueSoon)
                    .ThenBy(unit => unit.Unit),
            ],
        };
    }

    private static bool IsIssued(ObligationCase owed) => owed.Obligation.State is ObligationState.Issued or ObligationState.IssuedLate;

    private static IOrderedEnumerable<ObligationCase> ByUnit(IEnumerable<ObligationCase> cases) =>
        cases.OrderBy(c => c.Key.Unit).ThenBy(c => c.Key.Type).ThenBy(c => c.Key.Period);
}
