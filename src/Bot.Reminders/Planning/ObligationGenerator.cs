using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;

namespace Bot.Reminders.Planning;

/// <summary>What units owe by the rules of the types, whether or not anything is recorded of it.</summary>
internal static class ObligationGenerator
{
    /// <summary>
    /// Those that fall due from one day to the other. A type whose obligations bring their own deadlines gives none, nor does a period that
    /// would be due before it begins, such as a half-year report with one day in June for the second half.
    /// </summary>
    public static IEnumerable<ObligationKey> Owed(Catalogue catalogue, ReportingCalendar reporting, DateOnly first, DateOnly last) =>
        from type in catalogue.ObligationTypes
        let rule = type.Deadline
        where rule is not null
        // A deadline may lie up to a year after the period's end.
        from year in Enumerable.Range(first.Year - 1, Math.Max(last.Year - first.Year, 0) + 2)
        from period in reporting.Periods(type, year)
        let deadline = catalogue.Calendar.OnOrAfter(rule.For(period))
        where deadline >= first && deadline <= last && deadline >= period.First
        from unit in catalogue.Units
        where Owes(unit, type) && unit.ExistedBetween(period.First, period.Last) && unit.ExistsOn(deadline)
        select new ObligationKey(unit.Code, type.Code, period);

    private static bool Owes(OrgUnit unit, ObligationType type) =>
        type.OwedByUnits.Contains(unit.Code) || type.OwedByKinds.Contains(unit.Kind);
}
