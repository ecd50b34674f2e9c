namespace Bot.AdaptiveCards.Actions;

/// <summary>A click that folds a card out below the buttons.</summary>
/// <param name="Title">The button's label.</param>
/// <param name="Card">The card that appears.</param>
public sealed record ShowCardAction(string Title, AdaptiveCard Card) : CardAction(Title)
{
    internal override string Type => "Action.ShowCard";

    private protected override void WriteOwn(CardWriter json) => json.Part("card", Card);
}
