using System.Text.Json.Serialization;

namespace Bot.AdaptiveCards.Teams;

/// <summary>A person mentioned in a card.</summary>
/// <param name="Text">The literal text in the card, <c>&lt;at&gt;Name&lt;/at&gt;</c> with the name escaped for XML.</param>
/// <param name="Mentioned">Who is meant.</param>
public sealed record Mention(string Text, MentionedAccount Mentioned)
{
    /// <summary>The name of this kind of entity; always written.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "mention";
}

/// <summary>The account behind a mention.</summary>
/// <param name="Id">Channel id, Entra object id or user principal name.</param>
/// <param name="Name">The name that is shown.</param>
public sealed record MentionedAccount(string Id, string Name);
