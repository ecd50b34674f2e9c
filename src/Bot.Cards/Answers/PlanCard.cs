using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>A question of several parts: the answer to each below its own title, with its own reading and sources.</summary>
internal static class PlanCard
{
    public static Draft Of(PlanResult result, ReadingNote note, Wording words, CardContext context)
    {
        List<(StoreQuery Query, Draft Answer)> parts =
        [
            .. result.Parts.Select(part =>
                (part.Query, KnownOnWords.Of(AnswerCards.Draft(part, ReadingNote.None, words, context), part, words))
            ),
        ];
        return new()
        {
            Sentence = words.Count("plan.sentence", parts.Count),
            Said = string.Join(' ', parts.Select(part => part.Answer.Sentence)),
            Body = [ReadingLine.Of(note, words), .. parts.SelectMany(part => Section(part.Query, part.Answer, words))],
            Buttons =
            [
                .. parts.Take(2).Select(part => Buttons.Ask(QueryTitles.Of(part.Query, words), part.Query, context)),
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static IEnumerable<CardElement?> Section(StoreQuery query, Draft answer, Wording words) =>
        [Lines.Section(QueryTitles.Of(query, words)), answer.Badge, Lines.Strong(answer.Sentence), .. answer.Body];
}
