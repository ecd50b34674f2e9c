namespace Bot.AdaptiveCards.Elements;

/// <summary>Buttons inside the body.</summary>
/// <param name="Actions">The buttons in their order, six at most.</param>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement
{
    internal override string Type => "ActionSet";

    private protected override void WriteOwn(CardWriter json) => json.Parts("actions", Actions);
}
