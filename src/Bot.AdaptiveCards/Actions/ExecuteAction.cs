namespace Bot.AdaptiveCards.Actions;

/// <summary>A click that becomes an invoke <c>adaptiveCard/action</c>, answered with the card that now is right.</summary>
/// <param name="Title">The button's label.</param>
/// <param name="Verb">What is to be done.</param>
public sealed record ExecuteAction(string Title, string Verb) : CardAction(Title)
{
    /// <summary>What goes with the click, beside the inputs; null: nothing.</summary>
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <summary>Whether the card's inputs go along; null: they do and are checked.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    internal override string Type => "Action.Execute";

    private protected override void WriteOwn(CardWriter json) =>
        json.Text("verb", Verb).Texts("data", Data).Word("associatedInputs", AssociatedInputs);
}
