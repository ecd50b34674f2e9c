using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Who has reported an indicator, or what a unit has reported.</summary>
internal static class CoverageEngine
{
    private const int MostAbsent = 200;

    public static async ValueTask<Result> RunAsync(CoverageQuery query, StoreView view)
    {
        List<Figure> reported = [];
        List<Absence> absent = [];
        if (query.Indicator is { } one)
        {
            Add(await view.FiguresAsync(one), query, view, reported, absent);
        }
        else
        {
            foreach (var indicator in view.Catalogue.Indicators)
            {
                var figures = await view.FiguresAsync(indicator.Code);
                if (!figures.IsEmpty)
                {
                    Add(figures, query, view, reported, absent);
                }
            }
        }

        return reported.Count > 0
            ? new CoverageResult
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Reported = [.. reported],
                Absent = [.. absent.Take(MostAbsent)],
            }
            : await Nearest.NoDataAsync(query, query.Units, absent, view);
    }

    // One indicator is asked of one period, the newest where none is named; for all indicators of a unit each has its own newest.
    private static void Add(IndicatorFigures figures, CoverageQuery query, StoreView view, List<Figure> reported, List<Absence> absent)
    {
        var period = query.Period ?? (query.Indicator is null ? null : Newest(figures, query, view));
        var kinds = figures.Revisions.Select(f => view.Catalogue[f.Unit].Kind).ToHashSet();
        foreach (var unit in view.Units(query.Units, period).Where(unit => query.Units.IsNamed || kinds.Contains(unit.Kind)))
        {
            var figure = figures.Bases.Select(basis => figures.Find(unit.Code, basis, period)).FirstOrDefault(f => f is not null);
            if (figure is not null)
            {
                reported.Add(figure);
            }
            else if (query.Units.IsNamed || query.Indicator is not null)
            {
                absent.Add(new Absence(unit.Code, figures.Indicator.Code, null, period));
            }
        }
    }

    private static Indicators.Periods.Period? Newest(IndicatorFigures figures, CoverageQuery query, StoreView view) =>
        figures
            .Bases.SelectMany(figures.On)
            .Where(f => view.Covers(query.Units, f.Unit))
            .GroupBy(f => f.Period)
            .OrderByDescending(p => p.Key.Last)
            .ThenByDescending(p => p.Count())
            .FirstOrDefault()
            ?.Key;
}
