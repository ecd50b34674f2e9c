using Bot.Indicators.Learning;

namespace Bot.Cards.Learning;

/// <summary>Questions that were not understood; a click opens the form with the words that nothing explained.</summary>
internal static class OpenQuestionsCard
{
    public static Draft Of(IReadOnlyList<OpenQuestion> questions, Wording words, CardContext context) =>
        new()
        {
            Sentence = questions.Count == 0 ? words["learning.none"] : words.Count("learning.head", questions.Count),
            Body =
            [
                .. questions.Select(q => Row(q, words, context)),
                questions.Count == 0 ? null : Lines.Small(words["learning.how"]) with { Spacing = Spacing.Medium },
            ],
            Buttons = [AliasCards.Open(words["learning.open"], "", context)],
        };

    private static Container Row(OpenQuestion question, Wording words, CardContext context)
    {
        var often = words.Count("learning.often", question.Count, words.Date(question.Day));
        var typed = Texts.Typed(question.Words);
        return ChoiceRow.Of(
            Texts.Typed(question.Text),
            typed.Length == 0 ? often : words.Say("learning.words", typed, often),
            AliasCards.Open(Texts.Typed(question.Text), question.Words, context)
        );
    }
}
