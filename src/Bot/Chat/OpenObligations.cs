using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Reminders.Actions;
using Bot.Reminders.Policies;
using Bot.Store.Obligations;

namespace Bot.Chat;

/// <summary>What units still owe, the longest overdue first.</summary>
internal sealed class OpenObligations(ObligationCases cases, CaseViews views, ReminderPolicies policies)
{
    /// <summary>Those of the units, types and period that were named, for that reader.</summary>
    public async Task<IReadOnlyList<CaseView>> FindAsync(
        UnitSet units,
        ValueList<ObligationTypeCode> types,
        Period? period,
        Contact? reader,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        var all = (await cases.AllAsync(context.Today, cancellationToken)).ToDictionary(c => c.Key);
        var open = all.Values.Where(c => !c.IsDone).Select(c => (c.Key.Unit, c.Key.Type)).ToHashSet();
        foreach (var key in Named(units, types, period, context).Where(key => period is not null || !open.Contains((key.Unit, key.Type))))
        {
            all.TryAdd(key, await cases.FindAsync(key, context.Today, cancellationToken));
        }

        return
        [
            .. all
                .Values.Where(c => !c.IsDone && c.Marked is null)
                .Where(c => Includes(units, c.Key.Unit, context))
                .Where(c => types.IsEmpty || types.Contains(c.Key.Type))
                .Where(c => period is null || period.Covers(c.Key.Period))
                .OrderByDescending(c => c.Obligation.WorkingDaysLate)
                .ThenBy(c => c.Obligation.Deadline ?? DateOnly.MaxValue)
                .Select(c => views.Of(c, reader, context.Today)),
        ];
    }

    /// <summary>The periods of a type that are meant by one that was named, or by none.</summary>
    public IReadOnlyList<Period> Meant(ObligationType type, Period? named, DateOnly today) =>
        named is null
            ? policies.Current.Reporting.Current(type, today) is { } current
                ? [current]
                : []
            :
            [
                .. policies
                    .Current.Reporting.Periods(type, named.EndYear)
                    .Where(period => period == named || named.Covers(period) && period.First <= today),
            ];

    // Owed by its type's rule, though nothing is recorded of it.
    private IEnumerable<ObligationKey> Named(UnitSet units, ValueList<ObligationTypeCode> types, Period? period, CardContext context) =>
        from unit in units.Units
        from type in types.IsEmpty ? ReportsOf(period, context) : types.Select(code => context.Catalogue[code])
        where Owes(context, unit, type.Code)
        from meant in Meant(type, period, context.Today)
        select new ObligationKey(unit, type.Code, meant);

    // "The report of six months" names no type, and its period does.
    private IEnumerable<ObligationType> ReportsOf(Period? period, CardContext context) =>
        period?.Kind is PeriodKind.Half or PeriodKind.Quarter or PeriodKind.Month
            ? context.Catalogue.ObligationTypes.Where(type =>
                policies.Current.Reporting.Current(type, period.Last) is { } own && own.Kind == period.Kind
            )
            : [];

    private static bool Owes(CardContext context, OrgUnitCode unit, ObligationTypeCode type) =>
        context.Catalogue[type].OwedByUnits.Contains(unit) || context.Catalogue[type].OwedByKinds.Contains(context.Catalogue[unit].Kind);

    private static bool Includes(UnitSet units, OrgUnitCode unit, CardContext context) =>
        !units.Except.Contains(unit)
        && (
            units.IsNamed ? units.Units.Contains(unit)
            : units.Kind is { } kind ? context.Catalogue[unit].Kind == kind
            : units.Under is not { } under || context.Catalogue[unit].Parent == under
        );
}
