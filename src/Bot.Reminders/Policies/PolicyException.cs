namespace Bot.Reminders.Policies;

/// <summary>The policy file cannot be taken; the message names file, place and remedy.</summary>
public sealed class PolicyException(string message) : IOException(message);
