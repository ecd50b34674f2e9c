namespace Bot.AdaptiveCards;

/// <summary>Distance to the element above.</summary>
public enum Spacing
{
    /// <summary>The host's usual distance.</summary>
    Default,

    /// <summary>None: a title and its small line.</summary>
    None,

    /// <summary>Between lines of one thought.</summary>
    Small,

    /// <summary>Between thoughts.</summary>
    Medium,

    /// <summary>Twice the usual distance.</summary>
    Large,

    /// <summary>The widest of the named distances.</summary>
    ExtraLarge,

    /// <summary>As much as the card's own padding.</summary>
    Padding,
}

/// <summary>Where something stands across its container.</summary>
public enum HorizontalAlignment
{
    /// <summary>At the start.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the end: numbers in tables.</summary>
    Right,
}

/// <summary>Where something stands in its container's height.</summary>
public enum VerticalAlignment
{
    /// <summary>At the top.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the bottom.</summary>
    Bottom,
}
