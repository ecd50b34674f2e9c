namespace Bot.Cards.Pages;

/// <summary>A state in a few words, with what it asks of the reader; colour and icon follow the role and are never alone.</summary>
public sealed record StateText
{
    internal StateText(StateRole role, string text) => (Role, Text) = (role.ToString().ToLowerInvariant(), text);

    /// <summary><c>act</c>, <c>watch</c>, <c>good</c>, <c>waiting</c> or <c>neutral</c>.</summary>
    public string Role { get; }

    /// <summary>The words.</summary>
    public string Text { get; }
}
