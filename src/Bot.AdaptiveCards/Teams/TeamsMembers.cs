namespace Bot.AdaptiveCards.Teams;

/// <summary>What Teams alone understands of a card.</summary>
public sealed record TeamsMembers : CardPart
{
    /// <summary>How wide the card may become; null: as wide as a message. A wish, not a promise.</summary>
    public TeamsWidth? Width { get; init; }

    /// <summary>The people mentioned by <c>&lt;at&gt;</c> in the card's texts; null: nobody.</summary>
    public IReadOnlyList<Mention>? Entities { get; init; }

    internal override void Write(CardWriter json) => json.Name("width", Width).Parts("entities", Entities);
}

/// <summary>Width of a card in Teams.</summary>
public enum TeamsWidth
{
    /// <summary>The whole width of the conversation.</summary>
    Full,
}
