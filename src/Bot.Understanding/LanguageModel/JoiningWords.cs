using System.Collections.Frozen;
using System.Text.Json;
using Bot.Indicators;
using Bot.Understanding.Text;

namespace Bot.Understanding.LanguageModel;

/// <summary>Words that join sentences and change nothing in them; data (<c>joining-words.json</c>).</summary>
internal static class JoiningWords
{
    private static readonly Lazy<Dictionary<Language, FrozenSet<string>>> Words = new(Read);

    /// <summary>Whether the word, in its accented view, is one.</summary>
    public static bool Are(string key, Language language) => Words.Value[language].Contains(key);

    private static Dictionary<Language, FrozenSet<string>> Read()
    {
        using var stream = typeof(JoiningWords).Assembly.GetManifestResourceStream("joining-words.json")!;
        using var document = JsonDocument.Parse(stream);
        return new() { [Language.Vietnamese] = Of("vi"), [Language.English] = Of("en") };

        FrozenSet<string> Of(string language) =>
            document
                .RootElement.GetProperty(language)
                .EnumerateArray()
                .Select(word => Tokeniser.Make(word.GetString()!).Key)
                .ToFrozenSet(StringComparer.Ordinal);
    }
}
