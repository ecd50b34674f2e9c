using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Single figures, each on its own basis.</summary>
internal static class ValueEngine
{
    public static async ValueTask<Result> RunAsync(ValueQuery query, StoreView view)
    {
        var targets = await view.TargetsAsync(query.KnownOn);
        List<JudgedFigure> found = [];
        List<Absence> absent = [];
        foreach (var code in query.Indicators)
        {
            var figures = query.KnownOn is { } day ? await view.FiguresAsync(code, day) : await view.FiguresWithProposalsAsync(code);

            foreach (var unit in Units(query, figures, view))
            {
                foreach (var (basis, figure) in Cells(query, figures, unit.Code))
                {
                    if (figure is not null)
                    {
                        var judged = Judging.Judge(figure, figures, targets, view, query.Claim);
                        found.Add(query.Units.IsNamed ? Ranking.AmongItsKind(judged, figures, view) : judged);
                    }
                    else
                    {
                        absent.Add(new Absence(unit.Code, code, basis, query.Period));
                    }
                }
            }
        }

        return found.Count > 0
            ? new ValueResult
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Figures = [.. found],
                Absent = [.. absent],
            }
            : await Nearest.NoDataAsync(query, query.Units, absent, view);
    }

    // Without a period, a set takes its units from the time of the figures and not from today.
    private static IEnumerable<OrgUnit> Units(ValueQuery query, IndicatorFigures figures, StoreView view) =>
        query.Units.IsNamed || query.Period is not null
            ? view.Units(query.Units, query.Period)
            : view.Catalogue.Units.Where(unit =>
                StoreView.Covers(query.Units, unit) && (unit.ExistsOn(view.Today) || figures.Any(unit.Code))
            );

    private static IEnumerable<(BasisCode? Basis, Figure? Figure)> Cells(ValueQuery query, IndicatorFigures figures, OrgUnitCode unit)
    {
        var asked = Bases.Asked(query.Bases, figures.Indicator);
        if (asked.Count > 0)
        {
            return asked.Select(basis => ((BasisCode?)basis, figures.Find(unit, basis, query.Period)));
        }

        var found = figures.Bases.Select(basis => figures.Find(unit, basis, query.Period)).OfType<Figure>().ToList();
        return found.Count > 0 ? found.Select(figure => ((BasisCode?)figure.Basis, (Figure?)figure)) : [(null, null)];
    }
}
