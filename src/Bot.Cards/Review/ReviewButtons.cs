using System.Globalization;
using Bot.AdaptiveCards.Actions;
using Bot.Indicators.Proposals;

namespace Bot.Cards.Review;

/// <summary>The buttons of a document's proposals; each names its fact, since three alike sound alike.</summary>
internal sealed class ReviewButtons(DocumentReview review, int page, Wording words, CardContext context)
{
    /// <summary>Accept, correct, refuse.</summary>
    public IReadOnlyList<CardAction> For(ReviewedFact fact) =>
        fact.Fact is ProposedInspection
            ? [Open(FactAction.Approve, fact), Open(FactAction.Reject, fact)]
            : [Open(FactAction.Approve, fact), Open(FactAction.Correct, fact), Open(FactAction.Reject, fact)];

    /// <summary>The button of an action; one that needs words opens its form.</summary>
    public CardAction Open(FactAction action, ReviewedFact fact) =>
        Buttons.Click(words["review." + action], FactVerbs.Of(action), context, Data(fact), AssociatedInputs.None) with
        {
            Tooltip = words.Say(
                "review.tooltip",
                words["review." + action],
                FactWords.Title(fact.Fact, words),
                FactWords.Value(fact.Fact, words)
            ),
        };

    /// <summary>Sends a form.</summary>
    public CardAction Send(FactAction action, ReviewedFact fact) =>
        Buttons.Click(words["review.send." + action], FactVerbs.Of(action), context, Data(fact)) with
        {
            Style = action == FactAction.Correct ? ActionStyle.Positive : null,
        };

    /// <summary>Another page of the same document.</summary>
    public CardAction Show(string title, int other) => Buttons.Click(title, FactVerbs.Show, context, Data(other), AssociatedInputs.None);

    /// <summary>Approves that many.</summary>
    public CardAction ApproveAll(int plain) =>
        Buttons.Click(
            words.Count("review.approveAll", plain),
            FactVerbs.ApproveAll,
            context,
            new(Data(page)) { [FactVerbs.Version] = Text(review.Version) },
            AssociatedInputs.None
        ) with
        {
            Style = ActionStyle.Positive,
        };

    private Dictionary<string, string> Data(ReviewedFact fact) =>
        new(Data(page)) { [FactVerbs.Fact] = fact.Id.ToString(CultureInfo.InvariantCulture), [FactVerbs.Version] = Text(fact.Version) };

    private Dictionary<string, string> Data(int shown) =>
        new()
        {
            [FactVerbs.Document] = review.Document,
            [FactVerbs.Page] = Text(shown),
            ["lang"] = words.Tag,
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
