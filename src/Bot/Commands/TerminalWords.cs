using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Bot.Indicators;
using Bot.WebChat;

namespace Bot.Commands;

/// <summary>What the commands print, one JSON file a language.</summary>
internal sealed class TerminalWords
{
    private readonly Dictionary<string, string> _words;

    private TerminalWords(string language) => _words = Load(language);

    private static readonly Lazy<TerminalWords> Vietnamese = new(() => new("vi"));
    private static readonly Lazy<TerminalWords> English = new(() => new("en"));

    public static TerminalWords In(Language language) => language == Language.English ? English.Value : Vietnamese.Value;

    /// <summary>The keys, for the test that compares the languages.</summary>
    public IReadOnlyDictionary<string, string> All => _words;

    /// <summary>The words of a key with its parts in place.</summary>
    public string Say(string key, params object[] parts) => string.Format(CultureInfo.InvariantCulture, _words[key], parts);

    private static Dictionary<string, string> Load(string language)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Terminal.{language}.json")!;
        return JsonSerializer.Deserialize(file, DirectLineJsonContext.Default.DictionaryStringString)!;
    }
}
