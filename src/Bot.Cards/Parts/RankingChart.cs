using Bot.AdaptiveCards.Charts;

namespace Bot.Cards.Parts;

/// <summary>Units as bars in the order of their table, the target as a bar of its own in its place.</summary>
internal static class RankingChart
{
    /// <summary>The chart of those figures in their order, with its picture behind.</summary>
    public static HorizontalBarChart Of(List<JudgedFigure> shown, bool withRank, Wording words, CardContext context)
    {
        var measure = shown[0].Figure.Measure;
        var target = shown.Select(f => f.Target).Distinct().Count() == 1 ? shown[0].Target : null;
        List<(Amount Amount, Bar Bar)> bars =
        [
            .. shown.Select(f =>
                (
                    f.Figure.Amount!,
                    new Bar(
                        words.Short(f.Figure.Unit),
                        (decimal)f.Figure.Amount!.ToChartValue(),
                        f.TargetMet == false ? ChartColor.Attention : ChartColor.CategoricalBlue
                    )
                )
            ),
        ];
        if (target is not null)
        {
            var highestFirst = bars[0].Amount.CompareTo(bars[^1].Amount) >= 0;
            var place = bars.FindIndex(b => highestFirst ? b.Amount.CompareTo(target.Value) < 0 : b.Amount.CompareTo(target.Value) > 0);
            bars.Insert(
                place < 0 ? bars.Count : place,
                (target.Value, new Bar(words["chart.target"], (decimal)target.Value.ToChartValue(), ChartColor.Good))
            );
        }

        var title = words.Name(shown[0].Figure.Indicator);
        return new(title, [.. bars.Select(b => b.Bar)], Fallback(shown, target, title, withRank, words, context))
        {
            DisplayMode = BarDisplayMode.AbsoluteWithAxis,
            XAxisTitle = measure == MeasureUnit.Percent ? "%" : null,
            ShowLegend = false,
            MaxWidth = "520px",
        };
    }

    private static CardElement Fallback(
        List<JudgedFigure> shown,
        Target? target,
        string title,
        bool withRank,
        Wording words,
        CardContext context
    )
    {
        var measure = shown[0].Figure.Measure;
        var decimals = FigureWords.Decimals(shown.Select(s => s.Figure));
        string Value(JudgedFigure figure) => words.Number(figure.Figure.Amount!, measure, decimals);
        string Said(JudgedFigure figure) => words.Say("rank.unit", words.The(figure.Figure.Unit), Value(figure));
        var picture = new ChartPicture(
            ChartForm.Bars,
            [
                .. shown.Select(f => new ChartPoint(
                    withRank && f.Rank is { } rank ? words.Number(rank) : "",
                    f.Figure.Amount!.ToChartValue(),
                    Value(f),
                    f.TargetMet == false
                )),
            ],
            target is null ? null : new ChartPoint("", target.Value.ToChartValue(), words.Number(target.Value, measure)),
            measure == MeasureUnit.Percent
        );
        return ChartFallback.Of(picture, title, Said(shown[0]), Said(shown[^1]), words, context);
    }
}
