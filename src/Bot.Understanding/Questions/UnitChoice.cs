using Bot.Indicators;
using Bot.Indicators.Periods;

namespace Bot.Understanding.Questions;

/// <summary>
/// Which of several units of one name is meant. Names outlive units: the period of the question decides, and without one the unit
/// that the store knows something of, then the one that exists.
/// </summary>
internal static class UnitChoice
{
    /// <summary>The units; several where the name is borne by units that are not one after the other.</summary>
    public static List<OrgUnit> Of(ValueList<OrgUnit> named, Period? period, DateOnly today, Func<OrgUnit, bool> isKnown)
    {
        if (named.Count == 1)
        {
            return [named[0]];
        }

        var units = named.ToList();
        if (period is not null)
        {
            var then = units.FindAll(u => u.ExistedBetween(period.First, period.Last));
            units = then.Count > 0 ? then : units;
        }
        else if (units.FindAll(u => u.ExistsOn(today)) is { Count: > 0 } now)
        {
            units =
                now.Exists(u => isKnown(u)) ? now
                : units.FindAll(u => isKnown(u)) is { Count: > 0 } known ? known
                : now;
        }

        if (units.Exists(u => u.Names.Vietnamese != units[0].Names.Vietnamese && !FollowEachOther(u, units[0])))
        {
            // One abbreviation of two units: what the store holds does not tell which is meant.
            return units;
        }

        // Units that exist side by side are asked about even where only one of them has figures: the other may be meant.
        if (units.Count > 1 && !CoexistOn(units, period?.Last ?? today) && units.FindAll(u => isKnown(u)) is { Count: > 0 } some)
        {
            units = some;
        }

        return units.Count > 1 && AreOneAfterTheOther(units) ? [units.MaxBy(u => u.ValidFrom ?? DateOnly.MinValue)!] : units;
    }

    private static bool CoexistOn(List<OrgUnit> units, DateOnly day) => units.Count(u => u.ExistsOn(day)) > 1;

    private static bool FollowEachOther(OrgUnit one, OrgUnit other) =>
        one.Successors.AsSpan().Contains(other.Code) || other.Successors.AsSpan().Contains(one.Code);

    private static bool AreOneAfterTheOther(List<OrgUnit> units)
    {
        var ordered = units.OrderBy(u => u.ValidFrom ?? DateOnly.MinValue).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i - 1].ValidTo is not { } end || ordered[i].ValidFrom is not { } start || end >= start)
            {
                return false;
            }
        }

        return true;
    }
}
