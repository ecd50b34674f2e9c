namespace Bot.Asking;

/// <summary>A conversation in which others read the reply: they get to see what a guest may, and the rest is told to the asker alone.</summary>
/// <param name="Conversation">The key of the conversation.</param>
/// <param name="Message">The id of the message that is answered.</param>
internal sealed record Overheard(string Conversation, string Message);
