namespace Bot.Reminders;

/// <summary>Settings of reminders, section <c>Reminders</c>.</summary>
public sealed class RemindersOptions
{
    /// <summary>Whether this instance plans by itself; the command <c>remind</c> plans in any case.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>When planning runs, a Quartz cron expression in the city's time; days off are passed over by the working calendar.</summary>
    public string Cron { get; set; } = "0 0 8 * * ?";

    /// <summary>The policy file; null for the one that ships with the bot.</summary>
    public string? Ladders { get; set; }
}
