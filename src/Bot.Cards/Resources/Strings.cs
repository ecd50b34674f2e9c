using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;

namespace Bot.Cards.Resources;

/// <summary>Every visible word, by key: <c>Strings.resx</c> is Vietnamese, <c>Strings.en.resx</c> English. The process culture plays no part.</summary>
internal static class Strings
{
    private static readonly ResourceManager Resources = new(typeof(Strings));
    private static readonly FrozenDictionary<string, CompositeFormat> Vietnamese = Load(CultureInfo.InvariantCulture);
    private static readonly FrozenDictionary<string, CompositeFormat> English = Load(CultureInfo.GetCultureInfo("en"));

    /// <summary>All words of a language.</summary>
    public static FrozenDictionary<string, CompositeFormat> In(Language language) => language == Language.English ? English : Vietnamese;

    // Parents are not asked: a missing English assembly must show at once and not as Vietnamese words in English answers.
    private static FrozenDictionary<string, CompositeFormat> Load(CultureInfo culture) =>
        (
            Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"No strings for '{culture.Name}'")
        )
            .Cast<DictionaryEntry>()
            .ToFrozenDictionary(e => (string)e.Key, e => CompositeFormat.Parse((string)e.Value!), StringComparer.Ordinal);
}
