using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Reminders.Actions;
using Bot.Store.Obligations;

namespace Bot.Chat;

/// <summary>What units still owe, the longest overdue first.</summary>
internal sealed class OpenObligations(ObligationCases cases, CaseViews views)
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
        foreach (var key in Named(units, types, period, context).Where(key => !all.ContainsKey(key)))
        {
            all[key] = await cases.FindAsync(key, context.Today, cancellationToken);
        }

        return
        [
            .. all
                .Values.Where(c => !c.IsDone && c.Marked is null)
                .Where(c => Includes(units, c.Key.Unit, context))
                .Where(c => types.IsEmpty || types.Contains(c.Key.Type))
                .Where(c => period is null || c.Key.Period == period)
                .OrderByDescending(c => c.Obligation.WorkingDaysLate)
                .ThenBy(c => c.Obligation.Deadline ?? DateOnly.MaxValue)
                .Select(c => views.Of(c, reader, context.Today)),
        ];
    }

    // Owed by its type's rule, though nothing is recorded of it.
    private static IEnumerable<ObligationKey> Named(
        UnitSet units,
        ValueList<ObligationTypeCode> types,
        Period? period,
        CardContext context
    ) =>
        from unit in units.Units
        from type in types
        where context.Catalogue[type].Frequency == "year" && Owes(context, unit, type)
        select new ObligationKey(unit, type, period ?? Period.Year(context.Today.Year));

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
