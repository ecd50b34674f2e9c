namespace Bot.AdaptiveCards;

/// <summary>What is an object in the JSON of a card. A closed family: the schema's elements, and what they are made of.</summary>
public abstract record CardPart
{
    private protected CardPart() { }

    /// <summary>Its <c>type</c> in the schema; null where the place says it.</summary>
    internal virtual string? Type => null;

    /// <summary>Writes what it has; members that are null are left out.</summary>
    internal abstract void Write(CardWriter json);
}
