using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Results;

namespace Bot.Asking;

/// <summary>The facts that a result shows, flattened for readers that are programs.</summary>
internal sealed record ToldFacts
{
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<Obligation> Obligations { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public static ToldFacts Of(Result result) =>
        result switch
        {
            ValueResult r => Of(r.Figures),
            CompareResult r => Of(r.Figures),
            RankingResult r => new() { Figures = [.. r.Figures.Select(Figure), .. r.WordsOnly] },
            FilterResult r => new() { Figures = [.. r.Matching.Select(Figure), .. r.WordsOnly] },
            TrendResult r => new() { Figures = [.. r.Series.SelectMany(s => s.Points).Select(Figure)] },
            ChangeResult r => new() { Figures = [.. r.Rows.SelectMany(row => new[] { row.Earlier, row.Later })] },
            TargetResult r => new()
            {
                Figures = [.. r.Rows.Select(row => row.Against).OfType<JudgedFigure>().Concat(r.WithoutTarget).Select(Figure)],
            },
            AggregateResult r => Of(r.Of),
            Refusal r => Of(r.Figures),
            ProfileResult r => new()
            {
                Figures = [.. r.Figures.Select(Figure)],
                Obligations = [.. r.Obligations],
                Findings = [.. r.Findings],
            },
            CoverageResult r => new() { Figures = [.. r.Reported] },
            HistoryResult r => new() { Figures = [.. r.Revisions] },
            ObligationsResult r => new() { Obligations = [.. r.Obligations] },
            FindingsResult r => new() { Findings = [.. r.Findings] },
            ProvenanceResult r => Of(r.Of),
            PlanResult r => Of([.. r.Parts.Select(Of)]),
            _ => new(),
        };

    private static ToldFacts Of(IReadOnlyList<ToldFacts> parts) =>
        new()
        {
            Figures = [.. parts.SelectMany(p => p.Figures)],
            Obligations = [.. parts.SelectMany(p => p.Obligations)],
            Findings = [.. parts.SelectMany(p => p.Findings)],
        };

    private static ToldFacts Of(ValueList<JudgedFigure> figures) => new() { Figures = [.. figures.Select(Figure)] };

    private static Figure Figure(JudgedFigure judged) => judged.Figure;
}
