namespace Bot.Browser.Tests;

/// <summary>The cards that the fast tests hold byte by byte.</summary>
internal static class GoldenCards
{
    /// <summary>Their folder: a file for each card and language.</summary>
    public static string Folder { get; } = Path.Combine(Testing.BotProcess.Root, "tests", "Bot.Tests", "Cards", "Golden");
}
