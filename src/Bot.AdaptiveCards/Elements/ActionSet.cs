namespace Bot.AdaptiveCards.Elements;

/// <summary>Buttons inside the body.</summary>
/// <param name="Actions">The buttons in their order, six at most.</param>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement;
