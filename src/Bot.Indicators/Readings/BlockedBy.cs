namespace Bot.Indicators.Readings;

/// <summary>What kept a question from being answered.</summary>
public enum BlockedBy
{
    /// <summary>A unit that is not in the catalogue.</summary>
    UnknownUnit,

    /// <summary>An indicator that is not in the catalogue.</summary>
    UnknownIndicator,

    /// <summary>A period that could not be read.</summary>
    UnknownPeriod,

    /// <summary>A number whose part in the question is not clear.</summary>
    Number,

    /// <summary>A negation whose part in the question is not clear.</summary>
    Negation,

    /// <summary>A comparison whose part in the question is not clear.</summary>
    Comparison,

    /// <summary>An exclusion whose part in the question is not clear.</summary>
    Exclusion,

    /// <summary>Several words that were not understood.</summary>
    ManyWords,
}

/// <summary>What a clarification asks for.</summary>
public enum ClarifyWhat
{
    /// <summary>The words fit several indicators.</summary>
    Indicator,

    /// <summary>The words fit several units.</summary>
    Unit,

    /// <summary>The words fit several plans or reports.</summary>
    ObligationType,

    /// <summary>No indicator was named.</summary>
    MissingIndicator,

    /// <summary>No unit was named.</summary>
    MissingUnit,

    /// <summary>The period can be read in several ways.</summary>
    Period,

    /// <summary>The whole question can be read in several ways.</summary>
    Question,

    /// <summary>A language model took part in the reading, and not every part of it follows from the words: the asker confirms it.</summary>
    Assisted,
}
