using System.Reflection;
using System.Text.Json;

namespace Bot.WebChat;

/// <summary>Every visible word of the chat page, one JSON file a language.</summary>
internal sealed class PageStrings
{
    private readonly Dictionary<string, string> _vietnamese = Load("vi");
    private readonly Dictionary<string, string> _english = Load("en");

    /// <summary>The words of this locale: English for <c>en</c> and its kin, else Vietnamese.</summary>
    public IReadOnlyDictionary<string, string> Of(string? locale) => IsEnglish(locale) ? _english : _vietnamese;

    /// <summary>Whether the locale is English.</summary>
    public static bool IsEnglish(string? locale) => locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;

    private static Dictionary<string, string> Load(string language)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"WebChat/Strings.{language}.json")!;
        return JsonSerializer.Deserialize(file, DirectLineJsonContext.Default.DictionaryStringString)!;
    }
}
