namespace Bot.Indicators;

/// <summary>The languages that a person may ask and be answered in.</summary>
public enum Language
{
    /// <summary>Vietnamese, the language of the office and the default.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}
