namespace Bot.AdaptiveCards.Actions;

/// <summary>A click that opens a page in the reader's browser.</summary>
/// <param name="Title">The button's label.</param>
/// <param name="Url">The page's address.</param>
public sealed record OpenUrlAction(string Title, string Url) : CardAction(Title)
{
    internal override string Type => "Action.OpenUrl";

    private protected override void WriteOwn(CardWriter json) => json.Text("url", Url);
}
