namespace Bot.AdaptiveCards.Elements;

/// <summary>Size of text.</summary>
public enum TextSize
{
    /// <summary>Body text.</summary>
    Default,

    /// <summary>Below body text.</summary>
    Small,

    /// <summary>An answer sentence.</summary>
    Medium,

    /// <summary>A title.</summary>
    Large,

    /// <summary>A figure that stands alone.</summary>
    ExtraLarge,
}

/// <summary>Weight of text.</summary>
public enum TextWeight
{
    /// <summary>Regular.</summary>
    Default,

    /// <summary>Light.</summary>
    Lighter,

    /// <summary>Semibold.</summary>
    Bolder,
}

/// <summary>Colour of text or of an icon, by meaning; the host's theme chooses the shade.</summary>
public enum TextColor
{
    /// <summary>The theme's text colour.</summary>
    Default,

    /// <summary>The theme's accent.</summary>
    Accent,

    /// <summary>Success.</summary>
    Good,

    /// <summary>Caution.</summary>
    Warning,

    /// <summary>Needs action.</summary>
    Attention,
}

/// <summary>What a text is to a screen reader.</summary>
public enum TextBlockStyle
{
    /// <summary>Plain text.</summary>
    Default,

    /// <summary>The card's heading.</summary>
    Heading,
}
