using System.Globalization;
using Bot.Cards.Resources;

namespace Bot.Cards.Notices;

/// <summary>
/// Why a notice was not sent, in the reader's language. The accounting keeps the English words, by which they are found in the strings; a
/// reason may hold a day, a code of the channel, or another reason.
/// </summary>
public static class ReasonWords
{
    private const string Prefix = "undelivered.";

    private static readonly (string Key, string English)[] Known =
    [
        .. Strings
            .In(Language.English)
            .Where(words => words.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(words => (words.Key, words.Value.Format)),
    ];

    /// <summary>The reason as that reader reads it; as it is kept where nobody has words for it.</summary>
    public static string In(string reason, Language language)
    {
        foreach (var (key, english) in Known)
        {
            if (Part(reason, english) is { } part)
            {
                return string.Format(CultureInfo.InvariantCulture, Strings.In(language)[key], Said(part, language));
            }
        }

        return reason;
    }

    // What stands in the place of the one part; empty for words without parts, null for other words.
    private static string? Part(string reason, string english)
    {
        var at = english.IndexOf("{0}", StringComparison.Ordinal);
        return at < 0 ? (reason == english ? "" : null)
            : reason.StartsWith(english[..at], StringComparison.Ordinal) ? reason[at..]
            : null;
    }

    private static string Said(string part, Language language) =>
        DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Dates.Of(day, language)
            : In(part, language);
}
