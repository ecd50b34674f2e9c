using Bot.AdaptiveCards.Charts;
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
                .. result.Series.SelectMany(series => Section(result, series, words)),
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

    private static IEnumerable<CardElement> Section(TrendResult result, TrendSeries series, Wording words)
    {
        if (words.BasisTitle(result.Indicator, series.Basis) is { } title)
        {
            yield return result.Series.Count > 1 ? Lines.Section(title) : Lines.Small(title);
        }

        if (series.Points.Count(p => p.Figure.Amount is not null) >= FewestForChart)
        {
            yield return Chart(result, series, words);
        }

        yield return Table(series, words);
        if (Notes(series, words) is { Length: > 0 } notes)
        {
            yield return Lines.Small(notes);
        }
    }

    private static LineChart Chart(TrendResult result, TrendSeries series, Wording words)
    {
        var periods = series.Points.Select(p => p.Figure.Period).Concat(series.Missing).Order().ToList();
        var target = series.Points[^1].Target;
        List<Line> lines = [];
        if (target is not null)
        {
            lines.Add(
                new(
                    words["chart.target"] + " " + words.Number(target.Value, words.Catalogue[result.Indicator].Unit),
                    [.. periods.Select(p => new LinePoint(PeriodNames.Short(p, words), (decimal)target.Value.ToChartValue()))],
                    ChartColor.Good
                )
            );
        }

        foreach (var run in Runs(series, periods))
        {
            var name = words.Name(result.Unit);
            lines.Add(
                new(
                    lines.Exists(l => l.Color == ChartColor.CategoricalBlue)
                        ? words.Say("chart.from", name, words.Period(run[0].Figure.Period))
                        : name,
                    [
                        .. run.Select(p => new LinePoint(
                            PeriodNames.Short(p.Figure.Period, words),
                            (decimal)p.Figure.Amount!.ToChartValue()
                        )),
                    ],
                    ChartColor.CategoricalBlue
                )
            );
        }

        var isRate = words.Catalogue[result.Indicator].Unit == MeasureUnit.Percent;
        return new(words.Name(result.Indicator), lines, Lines.Small(words["chart.fallback"]))
        {
            YMin = 0,
            YMax = isRate ? 100 : null,
            YAxisTitle = isRate ? "%" : null,
            MaxWidth = "520px",
        };
    }

    // A line is cut where a period is missing or has only words: no client leaves a gap open by itself.
    private static IEnumerable<List<JudgedFigure>> Runs(TrendSeries series, List<Period> periods)
    {
        List<JudgedFigure> run = [];
        foreach (var period in periods)
        {
            var point = series.Points.FirstOrDefault(p => p.Figure.Period == period && p.Figure.Amount is not null);
            if (point is not null)
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static Table Table(TrendSeries series, Wording words)
    {
        var decimals = FigureWords.Decimals(series.Points.Select(p => p.Figure));
        var withGap = series.Points.Any(p => p.Gap is not null);
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
            rows.Take(rows.Count > WholeTable ? MostRows : WholeTable).Select(row => Row(row.Period, row.Point, decimals, withGap, words))
        );
    }

    private static IReadOnlyList<GridCell> Row(Period period, JudgedFigure? point, int decimals, bool withGap, Wording words) =>
        [
            new(Texts.Capital(words.Period(period))),
            point is null
                ? new(words["cell.missing"], IsQuiet: true)
                : new(FigureWords.Value(point.Figure, words, decimals), point.Figure.Amount is not null, point.Figure.Amount is null),
            point?.Change is { } change ? new(words.Signed(change)) : GridCell.None,
            .. withGap ? (IReadOnlyList<GridCell>)[point?.Gap is { } gap ? new(words.Signed(gap)) : GridCell.None] : [],
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
