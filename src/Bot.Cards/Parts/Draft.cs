using Bot.AdaptiveCards.Actions;

namespace Bot.Cards.Parts;

/// <summary>A card before it is written: the answer's sentence and what stands below it.</summary>
internal sealed record Draft
{
    private const int MostButtons = 3;

    /// <summary>The answer in one sentence: the card's heading, its summary, what is spoken and what stands in for it.</summary>
    public required string Sentence { get; init; }

    /// <summary>What is spoken and notified where the sentence only leads to the answers; null: the sentence.</summary>
    public string? Said { get; init; }

    /// <summary>The name of the thing where the card is about one thing (a unit, a plan): it becomes the heading above the sentence.</summary>
    public string? Title { get; init; }

    /// <summary>What stands above the heading; null: nothing.</summary>
    public CardElement? Badge { get; init; }

    /// <summary>What stands below the sentence, top to bottom; null entries are left out.</summary>
    public required IReadOnlyList<CardElement?> Body { get; init; }

    /// <summary>What to do next, the most likely first; those beyond three are left out.</summary>
    public IReadOnlyList<CardAction?> Buttons { get; init; } = [];

    /// <summary>What else can be done; it stands behind the dots.</summary>
    public IReadOnlyList<CardAction> More { get; init; } = [];

    /// <summary>The model, for tests and for cards inside cards.</summary>
    internal AdaptiveCard ToCard(Wording words)
    {
        List<CardElement> body = [];
        if (Badge is not null)
        {
            body.Add(Badge);
        }

        if (Title is not null)
        {
            body.Add(Lines.Title(Title));
            body.Add(Lines.Body(Sentence) with { Spacing = Spacing.None });
        }
        else
        {
            body.Add(Lines.Answer(Sentence));
        }

        body.AddRange(Body.OfType<CardElement>());
        List<CardAction> buttons =
        [
            .. Buttons.OfType<CardAction>().Take(MostButtons),
            .. More.Select(button => button with { Mode = ActionMode.Secondary }),
        ];
        return new(body)
        {
            Lang = words.Tag,
            Speak = Spoken,
            FallbackText = Spoken,
            Actions = buttons.Count == 0 ? null : buttons,
        };
    }

    /// <summary>The reply.</summary>
    public CardMessage ToMessage(Wording words) =>
        new()
        {
            Card = CardJson.ToUtf8(ToCard(words)),
            Summary = Spoken,
            Language = words.Language,
        };

    private string Spoken => Said ?? (Title is null ? Sentence : $"{Title}: {Sentence}");
}
