namespace Bot.Indicators.Queries;

/// <summary>What of an inspection is asked.</summary>
public enum InspectionAspect
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>Who chaired it.</summary>
    Lead,

    /// <summary>Which units were inspected.</summary>
    Units,

    /// <summary>When it took place.</summary>
    Date,
}
