using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>
/// The facts of a result, each in a sentence of its own with one figure at most, so that no figure can be read as another's. What has no
/// such sentence (plans and their days, origins) is left to the card.
/// </summary>
internal static class SaidFacts
{
    public static IEnumerable<SaidFact> Of(Result result, Wording words, CardContext context) =>
        result switch
        {
            PlanResult r => r.Parts.SelectMany(part => Of(part, words, context)),
            ValueResult r => Of(r.Figures, words),
            CompareResult r => Of(r.Figures, words),
            RankingResult r => Of(r.Figures, words),
            FilterResult r => Of(r.Matching, words),
            TargetResult r => Of([.. r.Rows.Select(row => row.Against).OfType<JudgedFigure>(), .. r.WithoutTarget], words),
            ProfileResult r => [.. Of(r.Figures, words), .. Of(r.Findings, words)],
            FindingsResult r => Of(r.Findings, words),
            NoData r => [new(NoDataCard.Of(r, ReadingNote.None, words, context).Sentence)],
            _ => [],
        };

    private static IEnumerable<SaidFact> Of(ValueList<JudgedFigure> figures, Wording words) =>
        figures.Select(judged => new SaidFact(Texts.Sentence(FigureWords.Sentence([judged.Figure], words))));

    private static IEnumerable<SaidFact> Of(ValueList<Finding> findings, Wording words) =>
        findings.Select(finding => new SaidFact(
            Texts.Sentence(
                words.Say(
                    "findings.said." + finding.Polarity,
                    words.The(finding.Unit),
                    "",
                    Texts.Lower(finding.Text.In(words.Language).TrimEnd('.'))
                )
            )
        ));
}
