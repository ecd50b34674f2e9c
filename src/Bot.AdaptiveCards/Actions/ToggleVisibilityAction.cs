namespace Bot.AdaptiveCards.Actions;

/// <summary>A click that shows what is hidden and hides what is shown, without asking the bot.</summary>
/// <param name="Title">The button's label.</param>
/// <param name="TargetElements">Ids of the elements.</param>
public sealed record ToggleVisibilityAction(string Title, IReadOnlyList<string> TargetElements) : CardAction(Title)
{
    internal override string Type => "Action.ToggleVisibility";

    private protected override void WriteOwn(CardWriter json) => json.Texts("targetElements", TargetElements);
}
