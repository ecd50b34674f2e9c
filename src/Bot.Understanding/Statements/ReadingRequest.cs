using System.Text.Json;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>A message that asks for the text behind a colon to be read for its figures: "Trích số liệu: …".</summary>
public static class ReadingRequest
{
    private const int LongestAhead = 40;

    private static readonly HashSet<string> Ahead = Words();

    /// <summary>The text to be read; null where nobody asks for it.</summary>
    public static string? TextOf(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return
            colon is > 0 and < LongestAhead
            && Ahead.Contains(Bare(message[..colon]))
            && message[(colon + 1)..].Trim() is { Length: > 0 } text
            ? text
            : null;
    }

    private static HashSet<string> Words()
    {
        using var stream = typeof(ReadingRequest).Assembly.GetManifestResourceStream("reading-requests.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(words => Bare(words.GetString()!))];
    }

    private static string Bare(string words) => string.Join(' ', Tokeniser.Split(words).Select(t => t.Bare));
}
