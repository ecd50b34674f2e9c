namespace Bot.AdaptiveCards.Actions;

/// <summary>A click that becomes a message with <c>value</c>; the only button that the stock Web Chat carries out.</summary>
/// <param name="Title">The button's label.</param>
public sealed record SubmitAction(string Title) : CardAction(Title)
{
    /// <summary>What goes with the click, merged with the inputs; null: nothing.</summary>
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <summary>Whether the card's inputs go along; null: they do and are checked.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    internal override string Type => "Action.Submit";

    private protected override void WriteOwn(CardWriter json) => json.Texts("data", Data).Word("associatedInputs", AssociatedInputs);
}
