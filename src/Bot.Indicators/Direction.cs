namespace Bot.Indicators;

/// <summary>Which way an indicator gets better.</summary>
public enum Direction
{
    /// <summary>Neither way is better.</summary>
    Neither,

    /// <summary>Higher is better.</summary>
    Higher,

    /// <summary>Lower is better, as for overdue dossiers and ranks.</summary>
    Lower,
}
