namespace Bot.AdaptiveCards.Teams;

/// <summary>Colour of a <see cref="Badge"/>, by meaning.</summary>
public enum BadgeStyle
{
    /// <summary>No meaning of its own.</summary>
    Default,

    /// <summary>Grey: missing, words only.</summary>
    Subtle,

    /// <summary>Waiting.</summary>
    Informative,

    /// <summary>The theme's accent.</summary>
    Accent,

    /// <summary>Done, met.</summary>
    Good,

    /// <summary>Needs action.</summary>
    Attention,

    /// <summary>Watch.</summary>
    Warning,
}

/// <summary>Strength of a badge's ground.</summary>
public enum BadgeAppearance
{
    /// <summary>Full colour.</summary>
    Filled,

    /// <summary>A tint with a border.</summary>
    Tint,
}

/// <summary>Size of a badge.</summary>
public enum BadgeSize
{
    /// <summary>Usual.</summary>
    Medium,

    /// <summary>Larger.</summary>
    Large,

    /// <summary>Largest.</summary>
    ExtraLarge,
}

/// <summary>Shape of a badge.</summary>
public enum BadgeShape
{
    /// <summary>Square corners.</summary>
    Square,

    /// <summary>Rounded corners.</summary>
    Rounded,

    /// <summary>Round ends.</summary>
    Circular,
}
