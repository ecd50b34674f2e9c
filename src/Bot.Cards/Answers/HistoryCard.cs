using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>All values that a cell ever had, newest first: corrections stay visible.</summary>
internal static class HistoryCard
{
    private const int Most = 10;

    public static Draft Of(HistoryResult result, ReadingNote note, Wording words, CardContext context) =>
        new()
        {
            Sentence = Sentence(result, words),
            Body =
            [
                ReadingLine.Of(note, words),
                result.Revisions.IsEmpty ? null : Table(result, words),
                result.Revisions.Count > Most ? Lines.Small(words.Count("rest", result.Revisions.Count - Most)) : null,
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(result.Revisions), words),
            ],
            Buttons = [Buttons.Ask(words["button.back"], ((HistoryQuery)result.Query).Of, context), Buttons.Report(result.Query, context)],
        };

    private static string Sentence(HistoryResult result, Wording words) =>
        result.Revisions is [var newest, ..]
            ? Texts.Sentence(words.Count("history.sentence", result.Revisions.Count, FigureWords.Sentence([newest], words)))
            : words["history.none"];

    private static Table Table(HistoryResult result, Wording words) =>
        Grid.Of(
            [new(words["column.recorded"], 4), new(words["column.value"], 4, IsNumber: true), new(words["column.status"], 4)],
            result
                .Revisions.Take(Most)
                .Select(f =>
                    (IReadOnlyList<GridCell>)
                        [
                            new(words.Say("history.recorded", words.Date(CityDay.Of(f.Provenance.RecordedAt)), f.Provenance.RecordedBy)),
                            new(FigureWords.Value(f, words), f.Amount is not null, f.Amount is null),
                            new(words.Say("history.status", words["status." + f.Status], SourceLine.Name(f.Provenance.Source, words))),
                        ]
                )
        );
}
