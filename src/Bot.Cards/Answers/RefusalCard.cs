using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Why something is not computed, and the figures that there are, each on its own.</summary>
internal static class RefusalCard
{
    private const int Most = 12;

    public static Draft Of(Refusal result, ReadingNote note, Wording words, CardContext context) =>
        new()
        {
            Sentence = words["refusal." + result.Reason],
            Body =
            [
                ReadingLine.Of(note, words, words.Say("provenance.reading", QueryTitles.Of(result.Query, words))),
                result.Figures.IsEmpty ? null : Lines.Section(words["refusal.figures"]),
                result.Figures.IsEmpty ? null : Table(result.Figures, words),
                result.Figures.Count > Most ? Lines.Small(words.Count("rest", result.Figures.Count - Most)) : null,
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(result.Figures), words),
            ],
            Buttons =
            [
                result.Figures.IsEmpty ? null : Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context),
                Buttons.Report(result.Query, context),
            ],
        };

    private static Table Table(ValueList<JudgedFigure> figures, Wording words) =>
        Grid.Of(
            [new(words["column.unit"], 6), new(words["column.value"], 4, IsNumber: true)],
            figures
                .Take(Most)
                .Select(f =>
                    (IReadOnlyList<GridCell>)
                        [
                            new(
                                string.Join(
                                    ", ",
                                    new[]
                                    {
                                        words.Name(f.Figure.Unit),
                                        words.Basis(f.Figure.Indicator, f.Figure.Basis),
                                        words.When(f.Figure.Period),
                                    }.OfType<string>()
                                )
                            ),
                            new(FigureWords.Value(f.Figure, words), f.Figure.Amount is not null, f.Figure.Amount is null),
                        ]
                )
        );
}
