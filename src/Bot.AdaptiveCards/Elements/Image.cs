namespace Bot.AdaptiveCards.Elements;

/// <summary>A picture, at most 1024 by 1024 pixels and 1 MB in Teams.</summary>
/// <param name="Url">Address without redirects, https.</param>
/// <param name="AltText">What the picture says; empty for decoration.</param>
public sealed record Image(string Url, string AltText) : CardElement
{
    /// <summary>Size of the picture; null: as it is, up to the card's width.</summary>
    public ImageSize? Size { get; init; }

    internal override string Type => "Image";

    private protected override void WriteOwn(CardWriter json) => json.Text("url", Url).Text("altText", AltText).Word("size", Size);
}

/// <summary>Size of a picture.</summary>
public enum ImageSize
{
    /// <summary>As it is, up to the card's width.</summary>
    Auto,

    /// <summary>The card's width.</summary>
    Stretch,

    /// <summary>About 40 pixels.</summary>
    Small,

    /// <summary>About 80 pixels.</summary>
    Medium,

    /// <summary>About 160 pixels.</summary>
    Large,
}
