using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>Names outlive units: who bore the names of the units spoken of at another time.</summary>
internal static class Bearers
{
    /// <summary>The set at that time; a unit whose name nobody bore then stays.</summary>
    public static UnitSet Then(UnitSet set, Period period, Catalogue catalogue) =>
        set.IsNamed && !set.Units.All(u => catalogue[u].ExistedBetween(period.First, period.Last))
            ? UnitSet.Of([.. set.Units.Select(u => Then(catalogue[u], period, catalogue)).Distinct()])
            : set;

    /// <summary>The bearer of that unit's name that the store holds anything of: as where the unit is named, and not taken over.</summary>
    public static OrgUnitCode Known(OrgUnitCode unit, Catalogue catalogue) =>
        Knowledge.Of(catalogue, catalogue[unit])
            ? unit
            : catalogue
                .Units.Where(u => u.Names.Vietnamese == catalogue[unit].Names.Vietnamese && Knowledge.Of(catalogue, u))
                .Select(u => u.Code)
                .DefaultIfEmpty(unit)
                .First();

    private static OrgUnitCode Then(OrgUnit unit, Period period, Catalogue catalogue) =>
        unit.ExistedBetween(period.First, period.Last)
            ? unit.Code
            : catalogue
                .Units.Where(u => u.Names.Vietnamese == unit.Names.Vietnamese && u.ExistedBetween(period.First, period.Last))
                .Select(u => u.Code)
                .DefaultIfEmpty(unit.Code)
                .First();
}
