using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>One indicator of one unit over time, each basis on its own; a missing period is a gap, in the line and in the table.</summary>
internal static class TrendCard
{
    private const int FewestForChart = 3;
    private const int MostRows = 8;
    private const int WholeTable = 12;

    public static Draft Of(TrendResult result, ReadingNote note, Wording words, CardContext context) =>
        new()
        {
            Sentence = Sentence(result, words),
            Body =
            [
                ReadingLine.Of(note, words),
                .. result.Series.SelectMany(series => Section(result, series, words, context)),
                AgeLine.Of(result, result.Series.SelectMany(s => s.Points), words),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(result.Series.SelectMany(s => s.Points)), words, withQuotes: false),
            ],
            Buttons =
            [
                Buttons.Ask(
                    words["button.compare." + OrgUnitKinds.Text(words.Catalogue[result.Unit].Kind)],
                    new RankQuery
                    {
                        Indicator = result.Indicator,
                        Units = UnitSet.OfKind(words.Catalogue[result.Unit].Kind),
                        Basis = result.Series is [{ Basis: var only }] ? only : null,
                        Period = result.Series[0].Points[^1].Figure.Period,
                        KnownOn = result.KnownOn,
                    },
                    context
                ),
                Buttons.Ask(words["button.define"], new DefineQuery { Indicator = result.Indicator }, context),
                Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context),
            ],
        };

    private static string Sentence(TrendResult result, Wording words)
    {
        var parts = result.Series.Select(series =>
        {
            var newest = series.Points[^1];
            List<string> said = [words.Say("figure.in", FigureWords.WithBasis(newest.Figure, words), words.When(newest.Figure.Period))];
            if (Judgement.Change(newest, words) is { } change)
            {
                said.Add(change);
            }

            if (Judgement.Gap(newest, words) is { } gap)
            {
                said.Add(gap);
            }

            return string.Join(", ", said);
        });
        return Texts.Sentence(
            words.Say("answer.value.periods", words.Name(result.Indicator), words.The(result.Unit), string.Join("; ", parts))
        );
    }

    private static IEnumerable<CardElement> Section(TrendResult result, TrendSeries series, Wording words, CardContext context)
    {
        if (words.BasisTitle(result.Indicator, series.Basis) is { } title)
        {
            yield return result.Series.Count > 1 ? Lines.Section(title) : Lines.Small(title);
        }

        if (series.Points.Count(p => p.Figure.Amount is not null) >= FewestForChart)
        {
            yield return TrendChart.Of(result, series, words, context);
        }

        yield return Table(series, words);
        if (Notes(series, words) is { Length: > 0 } notes)
        {
            yield return Lines.Small(notes);
        }
    }

    private static Table Table(TrendSeries series, Wording words)
    {
        var decimals = FigureWords.Decimals(series.Points.Select(p => p.Figure));
        var withGap = series.Points.Any(p => p.Gap is not null);
        var differences = Math.Max(Most(series.Points.Select(p => p.Change)), Most(series.Points.Select(p => p.Gap)));
        var rows = series
            .Points.Select(p => (p.Figure.Period, Point: (JudgedFigure?)p))
            .Concat(series.Missing.Select(m => (Period: m, Point: (JudgedFigure?)null)))
            .OrderByDescending(r => r.Period)
            .ToList();
        return Grid.Of(
            [
                new(words["column.period"], 4),
                new(words["column.value"], 3, IsNumber: true),
                new(words["column.change"], 4, IsNumber: true),
                .. withGap ? (IReadOnlyList<GridColumn>)[new(words["column.gap"], 4, IsNumber: true)] : [],
            ],
            rows.Take(rows.Count > WholeTable ? MostRows : WholeTable)
                .Select(row => Row(row.Period, row.Point, decimals, differences, withGap, words))
        );
    }

    private static int Most(IEnumerable<Difference?> differences) =>
        differences.Select(d => d?.Signed.Decimals ?? 0).DefaultIfEmpty().Max();

    private static IReadOnlyList<GridCell> Row(
        Period period,
        JudgedFigure? point,
        int decimals,
        int differences,
        bool withGap,
        Wording words
    ) =>
        [
            new(Texts.Capital(words.Period(period))),
            point is null
                ? new(words["cell.missing"], IsQuiet: true)
                : new(FigureWords.Value(point.Figure, words, decimals), point.Figure.Amount is not null, point.Figure.Amount is null),
            point?.Change is { } change ? new(words.Signed(change, differences)) : GridCell.None,
            .. withGap ? (IReadOnlyList<GridCell>)[point?.Gap is { } gap ? new(words.Signed(gap, differences)) : GridCell.None] : [],
        ];

    private static string Notes(TrendSeries series, Wording words)
    {
        List<string> notes = [];
        if (series.Points.Any(p => p.Change is { Measure: var measure } && measure == MeasureUnit.Percent))
        {
            notes.Add(words["legend.points"]);
        }

        if (!series.Missing.IsEmpty)
        {
            notes.Add(words.Say("trend.missing", words.ListUpTo([.. series.Missing.Select(words.When)], 4)));
        }

        var rows = series.Points.Count + series.Missing.Count;
        if (rows > WholeTable)
        {
            notes.Add(words.Count("legend.rest.periods", rows - MostRows));
        }

        return string.Join(' ', notes);
    }
}
