using Bot.AdaptiveCards.Elements;

namespace Bot.AdaptiveCards.Teams;

/// <summary>An icon of the Fluent set. Never without a fallback: other hosts drop it without a word.</summary>
public sealed record Icon : CardElement
{
    /// <summary>Makes the icon.</summary>
    /// <param name="name">Fluent's name, such as <c>ErrorCircle</c>.</param>
    /// <param name="fallback">A sign or word where icons are not known.</param>
    public Icon(string name, TextBlock fallback) => (Name, Fallback) = (name, fallback);

    /// <summary>Fluent's name, such as <c>ErrorCircle</c>.</summary>
    public string Name { get; }

    /// <summary>Size; null: standard.</summary>
    public IconSize? Size { get; init; }

    /// <summary>Outline or filled; null: outline.</summary>
    public IconStyle? Style { get; init; }

    /// <summary>Colour by meaning; null: default.</summary>
    public TextColor? Color { get; init; }

    internal override string Type => "Icon";

    private protected override void WriteOwn(CardWriter json) =>
        json.Text("name", Name)
            .Text("size", Size is IconSize.ExtraSmall ? "xSmall" : null)
            .Name("size", Size is IconSize.ExtraSmall ? null : Size)
            .Name("style", Style)
            .Word("color", Color);
}

/// <summary>Size of an <see cref="Icon"/>.</summary>
public enum IconSize
{
    /// <summary>16 pixels.</summary>
    ExtraSmall,

    /// <summary>20 pixels.</summary>
    Small,

    /// <summary>24 pixels.</summary>
    Standard,

    /// <summary>28 pixels.</summary>
    Medium,
}

/// <summary>Drawing of an <see cref="Icon"/>.</summary>
public enum IconStyle
{
    /// <summary>Outline.</summary>
    Regular,

    /// <summary>Filled.</summary>
    Filled,
}
