using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;

namespace Bot.Tests.Understanding.Chains;

/// <summary>Slot edits of the chain generator, written apart from the reader's: what each follow-up must make of a query.</summary>
internal static class ChainSlots
{
    public static IndicatorCode Indicator(StoreQuery query) =>
        query switch
        {
            ValueQuery q => q.Indicators[0],
            CompareQuery q => q.Indicator,
            RankQuery q => q.Indicator,
            TargetQuery q => q.Indicators[0],
            TrendQuery q => q.Indicator,
            _ => throw new ArgumentException(query.Kind, nameof(query)),
        };

    public static OrgUnitCode? Unit(StoreQuery query) =>
        query switch
        {
            ValueQuery q => q.Units.Only,
            TargetQuery q => q.Units.Only,
            TrendQuery q => q.Unit,
            _ => null,
        };

    public static Period? Period(StoreQuery query) =>
        query switch
        {
            ValueQuery q => q.Period,
            CompareQuery q => q.Period,
            RankQuery q => q.Period,
            TargetQuery q => q.Period,
            _ => null,
        };

    public static ValueList<BasisCode> Bases(StoreQuery query) =>
        query switch
        {
            ValueQuery q => q.Bases,
            CompareQuery q => q.Bases,
            RankQuery { Basis: { } basis } => [basis],
            TargetQuery q => q.Bases,
            TrendQuery q => q.Bases,
            _ => [],
        };

    public static StoreQuery WithUnit(StoreQuery query, OrgUnitCode unit) =>
        query switch
        {
            TargetQuery q => q with { Units = UnitSet.Of(unit) },
            TrendQuery q => q with { Unit = unit },
            _ => Value(query, unit),
        };

    public static StoreQuery WithPeriod(StoreQuery query, Period period) =>
        query switch
        {
            ValueQuery q => q with { Period = period },
            CompareQuery q => q with { Period = period },
            RankQuery q => q with { Period = period },
            TargetQuery q => q with { Period = period },
            _ => throw new ArgumentException(query.Kind, nameof(query)),
        };

    public static StoreQuery WithIndicator(StoreQuery query, IndicatorCode indicator)
    {
        var bases = indicator == Indicator(query) ? Bases(query) : [];
        return query switch
        {
            ValueQuery q => q with { Indicators = [indicator], Bases = bases },
            CompareQuery q => q with { Indicator = indicator, Bases = bases },
            RankQuery q => q with { Indicator = indicator, Basis = bases.IsEmpty ? null : bases[0] },
            TargetQuery q => q with { Indicators = [indicator], Bases = bases },
            TrendQuery q => q with { Indicator = indicator, Bases = bases },
            _ => throw new ArgumentException(query.Kind, nameof(query)),
        };
    }

    public static StoreQuery WithBasis(StoreQuery query, BasisCode basis) =>
        query switch
        {
            ValueQuery q => q with { Bases = [basis] },
            CompareQuery q => q with { Bases = [basis] },
            RankQuery q => q with { Basis = basis },
            TargetQuery q => q with { Bases = [basis] },
            TrendQuery q => q with { Bases = [basis] },
            _ => throw new ArgumentException(query.Kind, nameof(query)),
        };

    public static StoreQuery WithUnits(StoreQuery query, UnitSet units) =>
        query switch
        {
            RankQuery q => q with { Units = units },
            TargetQuery q => q with { Units = units },
            _ => new CompareQuery
            {
                Indicator = Indicator(query),
                Units = units,
                Bases = Bases(query),
                Period = Period(query),
            },
        };

    public static RankQuery Rank(StoreQuery query, UnitSet units, RankEnd end, int count) =>
        new()
        {
            Indicator = Indicator(query),
            Units = units,
            Basis = Bases(query) is [var basis] ? basis : null,
            Period = Period(query),
            End = end,
            Count = count,
        };

    public static TargetQuery Target(StoreQuery query, UnitSet units) =>
        new()
        {
            Indicators = [Indicator(query)],
            Units = units,
            Bases = Bases(query),
            Period = Period(query),
        };

    private static ValueQuery Value(StoreQuery query, OrgUnitCode unit) =>
        new()
        {
            Indicators = [Indicator(query)],
            Units = UnitSet.Of(unit),
            Bases = Bases(query),
            Period = Period(query),
        };
}
