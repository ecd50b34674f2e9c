namespace Bot.Wire.Tests.Reminders;

/// <summary>How a click reaches the bot (contract.md section 6).</summary>
public enum By
{
    /// <summary>Action.Execute: an invoke, answered in its response.</summary>
    Execute,

    /// <summary>Action.Submit, the fallback: a message with a value, answered by a message.</summary>
    Submit,
}
