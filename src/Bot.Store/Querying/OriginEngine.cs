using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Where answers come from, and what was recorded before.</summary>
internal static class OriginEngine
{
    public static async ValueTask<Result> RunAsync(ProvenanceQuery query, StoreView view)
    {
        var of = await QueryEngine.RunAsync(query.Of, view);
        return new ProvenanceResult
        {
            Query = query,
            Ended = of.Ended,
            Of = of,
            Origins = [.. Origins(of).Distinct()],
        };
    }

    /// <summary>All revisions of the cells that the query means, newest first; proposals only for those who may see them.</summary>
    public static async ValueTask<Result> RunAsync(HistoryQuery query, StoreView view)
    {
        List<Figure> revisions = [];
        List<Absence> absent = [];
        foreach (var code in query.Of.Indicators)
        {
            var figures = await view.FiguresAsync(code);
            var bases = Bases.Asked(query.Of.Bases, figures.Indicator);
            foreach (var unit in view.Units(query.Of.Units, query.Of.Period))
            {
                List<Figure> found =
                [
                    .. figures.Revisions.Where(f =>
                        f.Unit == unit.Code
                        && (bases.Count == 0 || bases.Contains(f.Basis))
                        && IsMeant(f, figures, query.Of)
                        && (f.Status == ObservationStatus.Approved || view.MayReadProposed(f.Unit))
                    ),
                ];
                revisions.AddRange(found);
                if (found.Count == 0)
                {
                    absent.Add(new Absence(unit.Code, code, bases.Count == 1 ? bases[0] : null, query.Of.Period));
                }
            }
        }

        return revisions.Count > 0
            ? new HistoryResult
            {
                Query = query,
                Ended = view.Ended(query.Of.Units),
                Revisions =
                [
                    .. revisions
                        .OrderByDescending(f => f.Provenance.RecordedAt)
                        .ThenByDescending(f => f.Period.Last)
                        .ThenByDescending(f => f.Provenance.Revision),
                ],
            }
            : await Nearest.NoDataAsync(query, query.Of.Units, absent, view);
    }

    // Without a period the cell is the one whose newest figure was the answer.
    private static bool IsMeant(Figure figure, IndicatorFigures figures, ValueQuery of) =>
        (figures.Find(figure.Unit, figure.Basis, of.Period)?.Period ?? of.Period ?? figure.Period) == figure.Period;

    private static IEnumerable<Provenance> Origins(Result result) =>
        result switch
        {
            ValueResult r => Of(r.Figures),
            CompareResult r => Of(r.Figures),
            RankingResult r => Of(r.Figures).Concat(Of(r.WordsOnly)),
            FilterResult r => Of(r.Matching).Concat(Of(r.WordsOnly)),
            TrendResult r => r.Series.SelectMany(s => Of(s.Points)),
            ChangeResult r => r.Rows.SelectMany(row => Of([row.Earlier, row.Later])),
            TargetResult r => r.Rows.Select(row => row.Against?.Figure.Provenance).OfType<Provenance>().Concat(Of(r.WithoutTarget)),
            AggregateResult r => Of(r.Of),
            ProfileResult r => Of(r.Figures)
                .Concat(Of(r.Obligations))
                .Concat(r.Findings.Select(f => f.Provenance))
                .Concat(r.Projects.Select(p => p.Provenance)),
            CoverageResult r => Of(r.Reported),
            ObligationsResult r => Of(r.Obligations),
            FindingsResult r => r.Findings.Select(f => f.Provenance),
            ProjectsResult r => r.Projects.Select(p => p.Provenance),
            HistoryResult r => Of(r.Revisions),
            ProvenanceResult r => r.Origins,
            PlanResult r => r.Parts.SelectMany(Origins),
            Refusal r => Of(r.Figures),
            _ => [],
        };

    private static IEnumerable<Provenance> Of(IEnumerable<JudgedFigure> figures) => figures.Select(f => f.Figure.Provenance);

    private static IEnumerable<Provenance> Of(IEnumerable<Obligation> owed) => owed.Select(o => o.Provenance).Where(p => p.IsRecorded);

    private static IEnumerable<Provenance> Of(IEnumerable<Figure> figures) => figures.Select(f => f.Provenance);
}
