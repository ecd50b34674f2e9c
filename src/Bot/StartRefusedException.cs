namespace Bot;

/// <summary>The program cannot start as configured; the message names the key and the remedy, and is all that a user sees.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
