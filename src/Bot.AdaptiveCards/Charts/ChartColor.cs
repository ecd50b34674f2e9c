namespace Bot.AdaptiveCards.Charts;

/// <summary>Colours with three to one or more on white.</summary>
public enum ChartColor
{
    /// <summary>Data.</summary>
    CategoricalBlue,

    /// <summary>A second series of data.</summary>
    CategoricalPurple,

    /// <summary>A third series of data.</summary>
    CategoricalTeal,

    /// <summary>The target itself.</summary>
    Good,

    /// <summary>Below target.</summary>
    Attention,
}
