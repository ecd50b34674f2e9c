using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>How an indicator changed between two periods of one length.</summary>
internal static class ChangeEngine
{
    public static async ValueTask<Result> RunAsync(ChangeQuery query, StoreView view)
    {
        var figures = await view.FiguresAsync(query.Indicator, query.KnownOn);
        var targets = await view.TargetsAsync(query.KnownOn);
        var asked = Bases.Asked(query.Bases, figures.Indicator);
        List<ChangeRow> rows = [];
        List<Absence> absent = [];
        List<Figure> unlike = [];
        foreach (var unit in Units(query, figures, view))
        {
            var cells = new List<(BasisCode Basis, Figure? Later, Figure? Earlier, Period? From)>();
            foreach (var basis in asked.Count > 0 ? asked : figures.Bases)
            {
                var later = figures.Find(unit, basis, query.To);
                var (earlier, from) = Earlier(query, later, figures, unit, basis);
                cells.Add((basis, later, earlier, from));
            }

            // Unasked bases without any figure are not missing.
            foreach (var (basis, later, earlier, from) in cells.Where(c => asked.Count > 0 || c.Later is not null || c.Earlier is not null))
            {
                if (later is null || earlier is null)
                {
                    absent.Add(new Absence(unit, query.Indicator, basis, later is null ? query.To : from));
                }
                else if (!Comparability.SameLength(later.Period, earlier.Period) || earlier.Period.Last >= later.Period.Last)
                {
                    unlike.AddRange([earlier, later]);
                }
                else
                {
                    rows.Add(new ChangeRow(earlier, later, Comparability.Difference(later.Amount, earlier.Amount, figures.Indicator)));
                }
            }

            if (!cells.Exists(c => c.Later is not null || c.Earlier is not null) && asked.Count == 0)
            {
                absent.Add(new Absence(unit, query.Indicator, null, query.To));
            }
        }

        if (rows.Count > 0)
        {
            return new ChangeResult
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Indicator = query.Indicator,
                Rows = [.. rows],
                Absent = [.. absent],
            };
        }

        return unlike.Count > 0
            ? Refusals.Of(
                query,
                query.Units,
                RefusalReason.DifferentPeriods,
                unlike.Distinct().Select(f => Judging.Judge(f, figures, targets, view)),
                view
            )
            : await Nearest.NoDataAsync(query, query.Units, absent, view);
    }

    private static IEnumerable<OrgUnitCode> Units(ChangeQuery query, IndicatorFigures figures, StoreView view) =>
        query.Units.IsNamed
            ? view.Units(query.Units, query.To).Select(unit => unit.Code)
            : view.Catalogue.Units.Where(unit => StoreView.Covers(query.Units, unit) && figures.Any(unit.Code)).Select(unit => unit.Code);

    private static (Figure? Figure, Period? Period) Earlier(
        ChangeQuery query,
        Figure? later,
        IndicatorFigures figures,
        OrgUnitCode unit,
        BasisCode basis
    )
    {
        var period = later?.Period ?? query.To;
        var from = query.From ?? (query.Against == ChangeAgainst.YearEarlier ? period?.YearEarlier() : period?.Previous());
        if (from is not null)
        {
            return (figures.Find(unit, basis, from), from);
        }

        // States on days and spans have no period just before: the one recorded before is held against them.
        return (later is null ? null : Comparability.Previous(later, figures.Of(unit, basis)), null);
    }
}
