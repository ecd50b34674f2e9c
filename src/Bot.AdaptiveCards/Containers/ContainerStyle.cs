namespace Bot.AdaptiveCards.Containers;

/// <summary>The ground of a container, by meaning.</summary>
public enum ContainerStyle
{
    /// <summary>The card's own.</summary>
    Default,

    /// <summary>Grey: a tile, a row to choose.</summary>
    Emphasis,

    /// <summary>The theme's accent.</summary>
    Accent,

    /// <summary>A final good state.</summary>
    Good,

    /// <summary>Caution.</summary>
    Warning,

    /// <summary>Needs action.</summary>
    Attention,
}
