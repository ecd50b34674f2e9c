using Bot.AdaptiveCards.Charts;

namespace Bot.Cards.Parts;

/// <summary>The line of one basis over time with its target; cut where a period is missing.</summary>
internal static class TrendChart
{
    /// <summary>The chart, with its picture behind.</summary>
    public static LineChart Of(TrendResult result, TrendSeries series, Wording words, CardContext context)
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
        var title = words.Name(result.Indicator);
        return new(title, lines, Fallback(series, periods, title, isRate, words, context))
        {
            YMin = 0,
            YMax = isRate && series.Points.Any(p => p.Figure.Amount?.ToChartValue() > 50) ? 100 : null,
            YAxisTitle = isRate ? "%" : null,
            MaxWidth = "520px",
        };
    }

    private static CardElement Fallback(
        TrendSeries series,
        List<Period> periods,
        string title,
        bool isRate,
        Wording words,
        CardContext context
    )
    {
        var decimals = FigureWords.Decimals(series.Points.Select(p => p.Figure));
        var target = series.Points[^1].Target;
        string Value(JudgedFigure point) => words.Number(point.Figure.Amount!, point.Figure.Measure, decimals);
        string Said(JudgedFigure point) => words.Say("figure.in", Value(point), words.When(point.Figure.Period));
        List<JudgedFigure> numbers = [.. series.Points.Where(p => p.Figure.Amount is not null)];
        var picture = new ChartPicture(
            ChartForm.Line,
            [
                .. periods.Select(period =>
                    numbers.Find(p => p.Figure.Period == period) is { } point
                        ? new ChartPoint(PeriodNames.Short(period, words), point.Figure.Amount!.ToChartValue(), Value(point))
                        : new ChartPoint(PeriodNames.Short(period, words), null, "")
                ),
            ],
            target is null ? null : new ChartPoint("", target.Value.ToChartValue(), words.Number(target.Value, numbers[0].Figure.Measure)),
            isRate
        );
        return ChartFallback.Of(picture, title, Said(numbers[0]), Said(numbers[^1]), words, context);
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
}
