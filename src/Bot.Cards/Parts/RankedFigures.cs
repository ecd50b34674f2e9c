namespace Bot.Cards.Parts;

/// <summary>Figures of several units on one basis: a chart from four on, and always the table that says the same.</summary>
internal static class RankedFigures
{
    private const int FewestForChart = 4;
    private const int MostRows = 12;
    private const int Ends = 5;

    /// <summary>Chart, table, and what was left out of the table.</summary>
    public static IEnumerable<CardElement> Of(
        IReadOnlyList<JudgedFigure> figures,
        IReadOnlyList<Figure> wordsOnly,
        IReadOnlyList<OrgUnitCode> missing,
        Wording words,
        CardContext context,
        bool withRank = true
    )
    {
        List<JudgedFigure> numbers = [.. figures.Where(f => f.Figure.Amount is not null)];
        List<Figure> said = [.. figures.Where(f => f.Figure.Amount is null).Select(f => f.Figure), .. wordsOnly];
        if (numbers.Count >= FewestForChart && AreOfOneKind(numbers))
        {
            yield return RankingChart.Of(Shown(numbers), withRank, words, context);
        }

        if (numbers.Count + said.Count + missing.Count > 0)
        {
            yield return Table(numbers, said, missing, words, withRank);
        }

        if (Legend(numbers, words) is { } legend)
        {
            yield return legend;
        }
    }

    // A chart says "longer is more" with one look: only of one basis, one period and one unit of measure.
    private static bool AreOfOneKind(List<JudgedFigure> figures) =>
        figures.TrueForAll(f =>
            f.Figure.Indicator == figures[0].Figure.Indicator
            && f.Figure.Basis == figures[0].Figure.Basis
            && f.Figure.Period == figures[0].Figure.Period
            && f.Figure.Measure == figures[0].Figure.Measure
        );

    private static Table Table(
        List<JudgedFigure> numbers,
        List<Figure> said,
        IReadOnlyList<OrgUnitCode> missing,
        Wording words,
        bool withRank
    )
    {
        var decimals = FigureWords.Decimals(numbers.Select(n => n.Figure));
        var gapDecimals = numbers.Select(n => n.Gap?.Signed.Decimals ?? 0).DefaultIfEmpty().Max();
        var withGap = numbers.Any(n => n.Gap is not null);
        IReadOnlyList<GridCell> Row(string rank, OrgUnitCode unit, GridCell value, GridCell gap) =>
            [
                .. withRank ? (IReadOnlyList<GridCell>)[new(rank)] : [],
                new(words.Name(unit)),
                value,
                .. withGap ? (IReadOnlyList<GridCell>)[gap] : [],
            ];
        GridColumn[] columns =
        [
            .. withRank ? (IReadOnlyList<GridColumn>)[new(words["column.rank"], 2)] : [],
            new(words["column.unit"], 5),
            new(words["column.value"], 3, IsNumber: true),
            .. withGap ? (IReadOnlyList<GridColumn>)[new(words["column.gap"], 4, IsNumber: true)] : [],
        ];
        var notReported = new GridCell(words["cell.missing"], IsQuiet: true);
        var shown = Shown(numbers);
        return Grid.Of(
            columns,
            [
                .. shown.Select(n =>
                    Row(
                        n.Rank is { } rank ? words.Number(rank) : "–",
                        n.Figure.Unit,
                        new(FigureWords.Value(n.Figure, words, decimals), IsStrong: true),
                        n.Gap is { } gap ? new((n.TargetMet == true ? "✓ " : "◇ ") + words.Signed(gap, gapDecimals)) : GridCell.None
                    )
                ),
                .. said.Take(MostRows).Select(f => Row("–", f.Unit, new(FigureWords.Value(f, words), IsQuiet: true), GridCell.None)),
                .. missing
                    .Take(Math.Max(0, MostRows - shown.Count))
                    .Select(unit => Row("–", unit, withGap ? GridCell.None : notReported, notReported)),
            ]
        );
    }

    private static TextBlock? Legend(List<JudgedFigure> numbers, Wording words)
    {
        List<string> parts = [];
        if (numbers.Find(n => n.Gap is not null) is { } judged)
        {
            parts.Add(words[judged.Gap!.Measure == MeasureUnit.Percent ? "legend.gap.points" : "legend.gap"]);
        }

        if (numbers.Count > MostRows)
        {
            parts.Add(words.Count("legend.rest", numbers.Count - 2 * Ends));
        }

        return Lines.SmallOrNone(string.Join(' ', parts));
    }

    // Over twelve rows: both ends, since the question is who leads and who needs help.
    private static List<JudgedFigure> Shown(List<JudgedFigure> figures) =>
        figures.Count <= MostRows ? figures : [.. figures.Take(Ends), .. figures.Skip(figures.Count - Ends)];
}
