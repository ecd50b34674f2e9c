namespace Bot.AdaptiveCards.Elements;

/// <summary>A piece of a paragraph.</summary>
/// <param name="Text">The words, taken as they are.</param>
public sealed record TextRun(string Text) : CardPart
{
    /// <summary>Language of the run; null: the paragraph's.</summary>
    public string? Lang { get; init; }

    /// <summary>Slanted; null: no.</summary>
    public bool? Italic { get; init; }

    /// <summary>Less prominent than its neighbours; null: no.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>Size of the letters; null: default.</summary>
    public TextSize? Size { get; init; }

    /// <summary>Weight of the letters; null: default.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>Colour by meaning; null: default.</summary>
    public TextColor? Color { get; init; }

    internal override string Type => "TextRun";

    internal override void Write(CardWriter json) =>
        json.Text("text", Text)
            .Text("lang", Lang)
            .Flag("italic", Italic)
            .Flag("isSubtle", IsSubtle)
            .Word("size", Size)
            .Word("weight", Weight)
            .Word("color", Color);
}
