namespace Bot.Indicators.Queries;

/// <summary>What of an obligation is asked.</summary>
public enum ObligationAspect
{
    /// <summary>Which there are.</summary>
    List,

    /// <summary>Whether it was issued.</summary>
    Issued,

    /// <summary>Number and date of the document.</summary>
    Document,

    /// <summary>The last day.</summary>
    Deadline,
}
