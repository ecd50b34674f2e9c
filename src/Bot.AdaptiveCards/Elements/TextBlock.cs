namespace Bot.AdaptiveCards.Elements;

/// <summary>A paragraph of one look. Wraps unless told otherwise: a cut name is a wrong name.</summary>
/// <param name="Text">The words; Teams reads Markdown in them.</param>
public sealed record TextBlock(string Text) : CardElement
{
    /// <summary>Whether long text goes on in a new line.</summary>
    public bool Wrap { get; init; } = true;

    /// <summary>Size of the letters; null: default.</summary>
    public TextSize? Size { get; init; }

    /// <summary>Weight of the letters; null: default.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>Colour by meaning; null: default.</summary>
    public TextColor? Color { get; init; }

    /// <summary>Less prominent than its neighbours; null: no.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>What the text is to a screen reader; null: plain text.</summary>
    public TextBlockStyle? Style { get; init; }

    internal override string Type => "TextBlock";

    private protected override void WriteOwn(CardWriter json) =>
        json.Text("text", Text)
            .Flag("wrap", Wrap)
            .Word("size", Size)
            .Word("weight", Weight)
            .Word("color", Color)
            .Flag("isSubtle", IsSubtle)
            .Word("style", Style);
}
