using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>How an indicator changed between two periods, each basis on its own.</summary>
internal static class ChangeCard
{
    private const int MostInSentence = 3;
    private const int MostRows = 15;

    public static Draft Of(ChangeResult result, ReadingNote note, Wording words, CardContext context) =>
        new()
        {
            Sentence = Sentence(result, words),
            Body =
            [
                ReadingLine.Of(note, words),
                result.Rows.IsEmpty ? null : Table(result, words),
                result.Rows.Any(r => r.Difference?.Measure == MeasureUnit.Percent) ? Lines.Small(words["legend.points"]) : null,
                result.Rows.Count > MostRows ? Lines.Small(words.Count("rest", result.Rows.Count - MostRows)) : null,
                result.Absent.IsEmpty
                    ? null
                    : Lines.Body(
                        words.Say("absent.also", words.ListUpTo([.. result.Absent.Select(a => AbsenceWords.Of(a, words)).Distinct()], 4))
                    ),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(result.Rows.SelectMany(r => new[] { r.Earlier, r.Later })), words),
            ],
            Buttons =
            [
                ((ChangeQuery)result.Query).Units.Only is { } unit
                    ? Buttons.Ask(words["button.trend"], new TrendQuery { Indicator = result.Indicator, Unit = unit }, context)
                    : null,
                Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context),
                Buttons.Report(result.Query, context),
            ],
        };

    private static string Sentence(ChangeResult result, Wording words)
    {
        if (result.Rows.IsEmpty)
        {
            return words.Say("change.nothing", words.Lower(result.Indicator));
        }

        var said = result
            .Rows.Take(MostInSentence)
            .Select(row =>
            {
                var value = FigureWords.WithBasis(row.Later, words);
                var change = row.Difference is { } difference
                    ? Judgement.Change(difference, row.Earlier.Period, words)
                    : words["change.words"];
                return words.Say(
                    "change.row",
                    words.The(row.Later.Unit),
                    value,
                    words.When(row.Later.Period),
                    change,
                    FigureWords.Value(row.Earlier, words)
                );
            });
        return Texts.Sentence(words.Say("compare.sentence", words.Name(result.Indicator), string.Join("; ", said)));
    }

    private static Table Table(ChangeResult result, Wording words) =>
        Grid.Of(
            [
                new(words["column.unit"], 5),
                new(words["column.earlier"], 4, IsNumber: true),
                new(words["column.later"], 4, IsNumber: true),
                new(words["column.change"], 3, IsNumber: true),
            ],
            result
                .Rows.Take(MostRows)
                .Select(row =>
                    (IReadOnlyList<GridCell>)
                        [
                            new(
                                string.Join(
                                    ", ",
                                    new[] { words.Name(row.Later.Unit), words.Basis(result.Indicator, row.Later.Basis) }.OfType<string>()
                                )
                            ),
                            new(words.Say("figure.in", FigureWords.Value(row.Earlier, words), words.When(row.Earlier.Period))),
                            new(words.Say("figure.in", FigureWords.Value(row.Later, words), words.When(row.Later.Period)), IsStrong: true),
                            row.Difference is { } difference ? new(words.Signed(difference)) : GridCell.None,
                        ]
                )
        );
}
