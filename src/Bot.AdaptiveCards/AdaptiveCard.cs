using System.Text.Json.Serialization;
using Bot.AdaptiveCards.Teams;

namespace Bot.AdaptiveCards;

/// <summary>One Adaptive Card of schema 1.5, the highest version that Teams takes from a bot.</summary>
/// <param name="Body">What the card shows, top to bottom; the order of reading and of keyboard focus.</param>
public sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    /// <summary>The schema's name of a card; always written.</summary>
    [JsonPropertyOrder(-9)]
    public string Type { get; } = "AdaptiveCard";

    /// <summary>The schema version; a host below it shows <see cref="FallbackText"/>.</summary>
    [JsonPropertyOrder(-8)]
    public string Version { get; } = "1.5";

    /// <summary>Language of the card's words as a BCP 47 tag, so that a screen reader speaks it right.</summary>
    [JsonPropertyOrder(-7)]
    public required string Lang { get; init; }

    /// <summary>What is said instead of the whole card; plain text.</summary>
    [JsonPropertyOrder(-6)]
    public required string Speak { get; init; }

    /// <summary>What a host that cannot show the card shows instead; Markdown.</summary>
    [JsonPropertyOrder(-5)]
    public required string FallbackText { get; init; }

    /// <summary>Teams' own members; null: none. Stands before the body because Teams ignored it behind.</summary>
    [JsonPropertyOrder(-4), JsonPropertyName("msteams")]
    public TeamsMembers? MsTeams { get; init; }

    /// <summary>How the card renews itself when it is shown; null: never.</summary>
    [JsonPropertyOrder(-3)]
    public Refresh? Refresh { get; init; }

    /// <summary>The buttons at the foot, six at most; null: none.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }
}
