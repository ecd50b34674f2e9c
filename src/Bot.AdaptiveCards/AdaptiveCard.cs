using Bot.AdaptiveCards.Teams;

namespace Bot.AdaptiveCards;

/// <summary>One Adaptive Card of schema 1.5, the highest version that Teams takes from a bot.</summary>
/// <param name="Body">What the card shows, top to bottom; the order of reading and of keyboard focus.</param>
public sealed record AdaptiveCard(IReadOnlyList<CardElement> Body) : CardPart
{
    /// <summary>The schema version; a host below it shows <see cref="FallbackText"/>.</summary>
    public string Version { get; } = "1.5";

    /// <summary>Language of the card's words as a BCP 47 tag, so that a screen reader speaks it right.</summary>
    public required string Lang { get; init; }

    /// <summary>What is said instead of the whole card; plain text.</summary>
    public required string Speak { get; init; }

    /// <summary>What a host that cannot show the card shows instead; Markdown.</summary>
    public required string FallbackText { get; init; }

    /// <summary>Teams' own members; null: none. Stands before the body because Teams ignored it behind.</summary>
    public TeamsMembers? MsTeams { get; init; }

    /// <summary>How the card renews itself when it is shown; null: never.</summary>
    public Refresh? Refresh { get; init; }

    /// <summary>The buttons at the foot, six at most; null: none.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    internal override string Type => "AdaptiveCard";

    internal override void Write(CardWriter json) =>
        json.Text("version", Version)
            .Text("lang", Lang)
            .Text("speak", Speak)
            .Text("fallbackText", FallbackText)
            .Part("msteams", MsTeams)
            .Part("refresh", Refresh)
            .Parts("body", Body)
            .Parts("actions", Actions);
}
