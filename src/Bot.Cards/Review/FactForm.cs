using Bot.AdaptiveCards.Inputs;
using Bot.Indicators.Proposals;

namespace Bot.Cards.Review;

/// <summary>The form of a correction, or of taking back; a fact has a card of its own for it, since inputs must not repeat within a card.</summary>
internal static class FactForm
{
    private const int MostValue = 1000;
    private const int MostReason = 500;

    public static Draft Of(
        FactAction action,
        DocumentReview review,
        ReviewedFact fact,
        FactFormState state,
        Wording words,
        CardContext context
    )
    {
        var buttons = new ReviewButtons(review, state.Page, words, context);
        List<string> about = [FactWords.Title(fact.Fact, words), FactWords.Detail(fact.Fact, words)];
        if (fact.Unit is { } unit)
        {
            about.Insert(0, words.Name(unit));
        }

        return new()
        {
            Title = words["review.title." + action],
            Sentence = string.Join(words["list.dot"], about.Where(part => part.Length > 0)),
            Body =
            [
                SourceLine.Quote(fact.Fact.Quote.Text),
                state.Error is { } error
                    ? new TextBlock(error)
                    {
                        Color = TextColor.Attention,
                        Weight = TextWeight.Bolder,
                        Size = TextSize.Small,
                    }
                    : null,
                action == FactAction.Correct ? Value(fact.Fact, state, words) : null,
                new TextInput(FactVerbs.Reason, words["review.reason." + action])
                {
                    Value = string.IsNullOrEmpty(state.Reason) ? null : state.Reason,
                    IsMultiline = true,
                    MaxLength = MostReason,
                    IsRequired = true,
                    ErrorMessage = words["review.reason.error"],
                },
                Lines.Small(words["review.note." + action]),
            ],
            Buttons = [buttons.Send(action, fact), buttons.Show(words["review.back"], state.Page)],
        };
    }

    private static CardInput Value(ProposedFact fact, FactFormState state, Wording words)
    {
        var value = state.Value ?? FactWords.Typed(fact, words);
        return fact is ProposedObligation
            ? new ChoiceSetInput(
                FactVerbs.Value,
                words["review.value"],
                [new(words["state.issued"], "issued"), new(words["state.missing"], "missing"), new(words["state.waived"], "waived")]
            )
            {
                Value = value,
                IsRequired = true,
                ErrorMessage = words["review.value.error"],
            }
            : new TextInput(FactVerbs.Value, words["review.value"])
            {
                Value = value,
                IsMultiline = fact is ProposedFinding ? true : null,
                MaxLength = MostValue,
                IsRequired = true,
                ErrorMessage = words["review.value.error"],
            };
    }
}

/// <summary>What was typed into a form before, and what is wrong with it.</summary>
/// <param name="Page">The page that the form was opened from.</param>
/// <param name="Value">The value that was typed; null: none yet.</param>
/// <param name="Reason">The reason that was typed; null: none yet.</param>
/// <param name="Error">What is wrong; null: nothing.</param>
public sealed record FactFormState(int Page, string? Value = null, string? Reason = null, string? Error = null);
