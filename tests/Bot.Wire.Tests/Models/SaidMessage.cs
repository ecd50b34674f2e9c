using Bot.Testing;

namespace Bot.Wire.Tests.Models;

/// <summary>A message of the bot, to be compared with another bot's to the same question.</summary>
internal static class SaidMessage
{
    /// <summary>All of it but what differs from one to the next; a slow machine may have shown a line before it.</summary>
    public static string Said(ConnectorCall message) =>
        string.Join(
            '\n',
            message
                .Body.EnumerateObject()
                .Where(static member => member.Name is not ("serviceUrl" or "replyToId" or "conversation"))
                .Select(static member => $"{member.Name}: {member.Value.GetRawText()}")
                .Where(static member => !member.Contains("streaminfo", StringComparison.Ordinal))
        );
}
