namespace Bot.Indicators.Queries;

/// <summary>What of a project is asked.</summary>
public enum ProjectAspect
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>How much is done.</summary>
    Progress,

    /// <summary>When it is expected to be finished.</summary>
    Expected,
}
