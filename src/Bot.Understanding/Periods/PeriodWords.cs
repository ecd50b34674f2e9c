using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Periods;

/// <summary>The words that times are made of, in both languages, read once from the embedded table.</summary>
internal static class PeriodWords
{
    // By accented key, and by bare spelling for what was typed without accents: a bit for each word a key may be.
    private static readonly FrozenDictionary<string, ulong> Keys;
    private static readonly FrozenDictionary<string, ulong> Bares;
    private static readonly FrozenDictionary<string, int> Ordinals;
    private static readonly FrozenDictionary<string, int> Months;
    private static readonly Slips Parts = new();
    private static readonly FrozenDictionary<TimePhrase, Token[][]> Phrases;

#pragma warning disable CA1810 // the tables are read from one file
    static PeriodWords()
#pragma warning restore CA1810
    {
        using var stream = typeof(PeriodWords).Assembly.GetManifestResourceStream("times.json")!;
        using var document = JsonDocument.Parse(stream);
        var (keys, bares) = (new Dictionary<string, ulong>(), new Dictionary<string, ulong>());
        foreach (var group in document.RootElement.GetProperty("words").EnumerateObject())
        {
            var bit = 1UL << (int)Enum.Parse<TimeWord>(group.Name);
            foreach (var word in group.Value.EnumerateArray().Select(w => Tokeniser.Make(w.GetString()!)))
            {
                keys[word.Key] = keys.GetValueOrDefault(word.Key) | bit;
                bares[word.Bare] = bares.GetValueOrDefault(word.Bare) | (word.HasAccents ? bit : 0);
                if (group.Name is nameof(TimeWord.Quarter) or nameof(TimeWord.Month) or nameof(TimeWord.Year))
                {
                    Parts.Add(word.Bare);
                }
            }
        }

        Keys = keys.ToFrozenDictionary(StringComparer.Ordinal);
        Bares = bares.ToFrozenDictionary(StringComparer.Ordinal);
        Ordinals = Numbered("ordinals");
        Months = Numbered("months");
        Phrases = document
            .RootElement.GetProperty("phrases")
            .EnumerateObject()
            .ToFrozenDictionary(
                g => Enum.Parse<TimePhrase>(g.Name),
                g => g.Value.EnumerateArray().Select(p => Tokeniser.Split(p.GetString()!)).OrderByDescending(p => p.Length).ToArray()
            );

        FrozenDictionary<string, int> Numbered(string name) =>
            document
                .RootElement.GetProperty(name)
                .EnumerateArray()
                .SelectMany((group, at) => group.EnumerateArray().Select(w => (Tokeniser.Make(w.GetString()!).Key, at + 1)))
                .ToFrozenDictionary(p => p.Key, p => p.Item2, StringComparer.Ordinal);
    }

    /// <summary>A whole number of up to four digits; -1 where the token is none.</summary>
    public static int Number(Token token) =>
        token.Sort == TokenSort.Number && int.TryParse(token.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    /// <summary>A year written with four digits; 0 where the token is none.</summary>
    public static int Year(Token? token) =>
        token is not null && token.Word.Length == 4 && Number(token) is >= 1990 and <= 2100 and var year ? year : 0;

    /// <summary>1 to 31 in digits, to 4 in Roman numerals, to 10 in words; 0 where the token is none.</summary>
    public static int Ordinal(Token? token) =>
        token is null ? 0
        : Number(token) is >= 1 and <= 31 and var number ? number
        : Ordinals.TryGetValue(token.Key, out var typed) ? typed
        : token.Decoded is { } decoded ? Ordinals.GetValueOrDefault(decoded)
        : 0;

    /// <summary>1 to 12 for the English name of a month; 0 where the token is none.</summary>
    public static int EnglishMonth(Token? token) => token is null ? 0 : Months.GetValueOrDefault(token.Word);

    public static bool IsQuarter(Token? token) => Is(token, TimeWord.Quarter);

    public static bool IsMonth(Token? token) => Is(token, TimeWord.Month);

    public static bool IsYear(Token? token) => Is(token, TimeWord.Year);

    public static bool IsDay(Token? token) => Is(token, TimeWord.Day);

    public static bool IsFrom(Token? token) => Is(token, TimeWord.From);

    public static bool IsTo(Token? token) => Is(token, TimeWord.To);

    public static bool IsAnd(Token? token) => Is(token, TimeWord.And);

    /// <summary>Whether the token is such a word: by its accents, by what its keys spell, or bare where no accents were typed.</summary>
    public static bool Is(Token? token, TimeWord word)
    {
        if (token is null)
        {
            return false;
        }

        var bits = Keys.GetValueOrDefault(token.Key);
        bits |=
            token.Decoded is { } decoded ? Keys.GetValueOrDefault(decoded)
            : token.HasAccents ? 0
            : Bares.GetValueOrDefault(token.Bare);
        return (bits >> (int)word & 1) != 0;
    }

    /// <summary>The word for a quarter, a month or a year that the token, which is none, is one slip away from; null where there is none.</summary>
    public static string? Near(Token token) => Parts.Near(token.Bare) is [var near] ? near : null;

    /// <summary>How many tokens from there on are such a phrase; 0 where they are none.</summary>
    public static int Count(Token[] tokens, int at, TimePhrase phrase)
    {
        foreach (var words in Phrases[phrase])
        {
            if (at >= 0 && at + words.Length <= tokens.Length && Stands(tokens, at, words))
            {
                return words.Length;
            }
        }

        return 0;
    }

    private static bool Stands(Token[] tokens, int at, Token[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Is(tokens[at + i], words[i].Key, words[i].Bare))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the token has that accented key, or was typed bare and has that bare form.</summary>
    public static bool Is(Token? token, string key, string bare) =>
        token is not null && (token.Key == key || token.Decoded == key || !token.HasAccents && token.Bare == bare && token.Decoded is null);
}
