namespace Bot.AdaptiveCards;

/// <summary>Renewal of a card when it comes into view.</summary>
/// <param name="Action">The Action.Execute whose answer replaces the card.</param>
public sealed record Refresh(CardAction Action) : CardPart
{
    /// <summary>Channel ids of those for whom it happens, 60 at most; null: by hand only.</summary>
    public IReadOnlyList<string>? UserIds { get; init; }

    internal override void Write(CardWriter json) => json.Part("action", Action).Texts("userIds", UserIds);
}
