using System.Globalization;
using System.Text.Json;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Numbers;

/// <summary>The words behind a number: what multiplies it, what it measures, and the per cent sign; data (<c>numbers.json</c>).</summary>
internal static class NumberWords
{
    private static readonly (decimal Scale, Token[][] Words)[] Scales;
    private static readonly Token[][] NoScale;
    private static readonly Token[][] Measures;
    private static readonly Token[][] Percents;

#pragma warning disable CA1810 // the tables are read from one file
    static NumberWords()
#pragma warning restore CA1810
    {
        using var stream = typeof(NumberWords).Assembly.GetManifestResourceStream("numbers.json")!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        Scales =
        [
            .. root.GetProperty("scales")
                .EnumerateObject()
                .Select(s => (decimal.Parse(s.Name, NumberStyles.None, CultureInfo.InvariantCulture), Phrases(s.Value))),
        ];
        NoScale = Phrases(root.GetProperty("noScale"));
        Measures = Phrases(root.GetProperty("measures"));
        Percents = Phrases(root.GetProperty("percent"));
    }

    /// <summary>What the word there multiplies a number by; 1 where it is none such.</summary>
    public static decimal Scale(Token[] tokens, int at) =>
        Count(NoScale, tokens, at) > 0 ? 1
        : Array.Find(Scales, s => Count(s.Words, tokens, at) > 0) is { Words: not null } found ? found.Scale
        : 1;

    /// <summary>How many tokens there only say what a number measures.</summary>
    public static int Measure(Token[] tokens, int at) => Count(Measures, tokens, at);

    /// <summary>How many tokens there are a per cent sign; with its accents or without, half typed too.</summary>
    public static int Percent(Token[] tokens, int at) => Count(Percents, tokens, at, halfTyped: true);

    private static int Count(Token[][] phrases, Token[] tokens, int at, bool halfTyped = false)
    {
        foreach (var words in phrases)
        {
            var found = 0;
            while (found < words.Length && at + found < tokens.Length && Are(tokens[at + found], words[found]))
            {
                found++;
            }

            if (found == words.Length)
            {
                return found;
            }
        }

        return 0;

        bool Are(Token typed, Token word) => PeriodWords.Is(typed, word.Key, word.Bare) || halfTyped && typed.Bare == word.Bare;
    }

    private static Token[][] Phrases(JsonElement list) => [.. list.EnumerateArray().Select(p => Tokeniser.Split(p.GetString()!))];
}
