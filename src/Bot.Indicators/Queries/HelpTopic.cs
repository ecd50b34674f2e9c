namespace Bot.Indicators.Queries;

/// <summary>What help is about.</summary>
public enum HelpTopic
{
    /// <summary>Where to begin.</summary>
    Start,

    /// <summary>Which indicators there are.</summary>
    Indicators,

    /// <summary>Which units there are.</summary>
    Units,

    /// <summary>Which plans and reports there are.</summary>
    Obligations,
}
