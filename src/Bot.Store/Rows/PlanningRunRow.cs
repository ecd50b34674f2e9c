namespace Bot.Store.Rows;

/// <summary>That planning ran for a day: the watchdog misses it, and a late run says how late it is.</summary>
internal sealed class PlanningRunRow
{
    /// <summary>What was planned: <c>reminders</c> or <c>digest</c>.</summary>
    public string Plan { get; set; } = "";

    public DateOnly Day { get; set; }

    public DateTimeOffset RanAt { get; set; }

    /// <summary>How many notices it intended.</summary>
    public int Intended { get; set; }
}
