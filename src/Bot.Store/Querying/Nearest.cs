using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>What to offer where nothing was found: queries of the same unit that surely have an answer.</summary>
internal static class Nearest
{
    private const int Most = 3;

    /// <summary>So many missing cells are named; the rest says nothing new.</summary>
    private const int MostAbsent = 200;

    /// <summary>Nothing for a set of units: the indicator's other periods and bases over the same set are offered.</summary>
    public static async ValueTask<Result> OfSetAsync(
        StoreQuery query,
        IndicatorCode indicator,
        UnitSet units,
        BasisCode? basis,
        Period? period,
        StoreView view
    )
    {
        var figures = await view.FiguresAsync(indicator);
        if (figures.Bases.SelectMany(figures.On).Any(f => f.Amount is not null && view.Covers(units, f.Unit)))
        {
            return new NoData
            {
                Query = query,
                Ended = view.Ended(units),
                Absent = [.. Cells()],
                Nearest = [new RankQuery { Indicator = indicator, Units = units }],
            };
        }

        return await NoDataAsync(query, units, Cells(), view);

        Absence[] Cells() => [.. units.Units.AsSpan().ToArray().Select(unit => new Absence(unit, indicator, basis, period))];
    }

    public static async ValueTask<Result> NoDataAsync(StoreQuery query, UnitSet units, IReadOnlyList<Absence> absent, StoreView view)
    {
        List<StoreQuery> nearest = [];
        foreach (var absence in absent.Take(Most))
        {
            var figures = await view.FiguresAsync(absence.Indicator);
            if (figures.Any(absence.Unit))
            {
                Add(new ValueQuery { Indicators = [absence.Indicator], Units = UnitSet.Of(absence.Unit) });
            }
        }

        foreach (var unit in absent.Select(a => a.Unit).Concat(units.Units).Distinct().Take(Most))
        {
            var areas = absent.Select(a => view.Catalogue[a.Indicator].Area).ToHashSet(StringComparer.Ordinal);
            var others = view.Catalogue.Indicators.Where(i =>
                view.Catalogue.HasFigures(unit, i.Code) && !absent.Any(a => a.Indicator == i.Code)
            );
            foreach (var indicator in others.OrderBy(i => areas.Contains(i.Area) ? 0 : 1).Take(Most))
            {
                Add(new ValueQuery { Indicators = [indicator.Code], Units = UnitSet.Of(unit) });
            }

            if ((await view.FindingsAsync()).Any(f => f.Unit == unit))
            {
                Add(new FindingsQuery { Units = UnitSet.Of(unit) });
            }
        }

        return new NoData
        {
            Query = query,
            Ended = view.Ended(units),
            Absent = [.. absent.Take(MostAbsent)],
            Nearest = [.. nearest],
        };

        void Add(StoreQuery other)
        {
            if (nearest.Count < Most && other != query && !nearest.Contains(other))
            {
                nearest.Add(other);
            }
        }
    }
}
