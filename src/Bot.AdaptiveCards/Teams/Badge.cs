using Bot.AdaptiveCards.Elements;

namespace Bot.AdaptiveCards.Teams;

/// <summary>A state in one or two words on a coloured ground. Never without a fallback: other hosts drop it without a word.</summary>
public sealed record Badge : CardElement
{
    /// <summary>Makes the badge.</summary>
    /// <param name="text">The state's words.</param>
    /// <param name="fallback">The same words where badges are not known.</param>
    public Badge(string text, TextBlock fallback) => (Text, Fallback) = (text, fallback);

    /// <summary>The state's words.</summary>
    public string Text { get; }

    /// <summary>Name of a Fluent icon before the words; null: none.</summary>
    public string? Icon { get; init; }

    /// <summary>Colour by meaning; null: default.</summary>
    public BadgeStyle? Style { get; init; }

    /// <summary>Strength of the ground; null: filled.</summary>
    public BadgeAppearance? Appearance { get; init; }

    /// <summary>Size; null: medium.</summary>
    public BadgeSize? Size { get; init; }

    /// <summary>Shape; null: circular ends.</summary>
    public BadgeShape? Shape { get; init; }

    /// <summary>What is said on hovering; null: nothing more.</summary>
    public string? Tooltip { get; init; }

    internal override string Type => "Badge";

    private protected override void WriteOwn(CardWriter json) =>
        json.Text("text", Text)
            .Text("icon", Icon)
            .Name("style", Style)
            .Name("appearance", Appearance)
            .Name("size", Size)
            .Name("shape", Shape)
            .Text("tooltip", Tooltip);
}
