using System.Text.Json;
using Bot.Indicators;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>A set of cues: what a phrase may do.</summary>
internal readonly record struct CueSet(UInt128 Bits)
{
    public static CueSet Of(Cue cue) => new(UInt128.One << (int)cue);

    public bool Has(Cue cue) => (Bits >> (int)cue & UInt128.One) != 0;

    public bool HasOnly(params ReadOnlySpan<Cue> cues)
    {
        var left = Bits;
        foreach (var cue in cues)
        {
            left &= ~Of(cue).Bits;
        }

        return left == 0;
    }

    public CueSet With(CueSet other) => new(Bits | other.Bits);
}

/// <summary>The words of both languages that are not names, read once from the embedded tables.</summary>
internal sealed class CueBook
{
    private CueBook()
    {
        Read("cues.vi.json", Language.Vietnamese);
        Read("cues.en.json", Language.English);
        using var terms = Open("terms.json");
        foreach (var pair in terms.RootElement.GetProperty("expansions").EnumerateObject())
        {
            Expansions[Tokeniser.Make(pair.Name).Bare] = [.. Words(pair.Value.GetString()!)];
        }

        foreach (var pair in terms.RootElement.GetProperty("chat").EnumerateObject())
        {
            Chat[Tokeniser.Make(pair.Name).Key] = pair.Value.GetString()!.Split(' ');
        }

        foreach (var pair in terms.RootElement.GetProperty("same").EnumerateObject())
        {
            var word = Tokeniser.Make(pair.Name);
            Same[word.Term] = (Tokeniser.Make(pair.Value.GetString()!).Term, word.HasAccents);
        }

        foreach (var pair in terms.RootElement.GetProperty("phrases").EnumerateObject())
        {
            var from = Tokeniser.Split(pair.Name);
            Phrases[(from[0].Term, from[1].Term)] = Tokeniser.Split(pair.Value.GetString()!);
        }

        (Openers, UnitHeads, UnitNouns) = (Set("openers"), Set("unitHeads"), Set("unitNouns"));
        (Joints, AfterKinds) = (Set("joints"), Set("afterKinds"));

        HashSet<string> Set(string name) =>
            new(terms.RootElement.GetProperty(name).EnumerateArray().Select(w => w.GetString()!), StringComparer.Ordinal);
    }

    public static CueBook Instance { get; } = new();

    public PhraseTrie<(CueSet Cues, Language Language)> Trie { get; } = new();

    /// <summary>All accented keys of cues: a word that is one of them is never a slip of another.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>All words of cues, bare.</summary>
    public HashSet<string> Spelled { get; } = new(StringComparer.Ordinal);

    /// <summary>All terms of cues, so that none is taken for an unknown name or a slip.</summary>
    public HashSet<string> Terms { get; } = new(StringComparer.Ordinal);

    /// <summary>Terms that stand side by side in a cue.</summary>
    public HashSet<(string, string)> Pairs { get; } = [];

    /// <summary>The same of cues that only ask, thank or join.</summary>
    public HashSet<(string, string)> SmallPairs { get; } = [];

    /// <summary>Words one slip away from those of cues.</summary>
    public Slips Slips { get; } = new();

    /// <summary>Abbreviations of the field by bare spelling, and their words.</summary>
    public Dictionary<string, Token[]> Expansions { get; } = new(StringComparer.Ordinal);

    /// <summary>Small words as they are shortened in chat, by accented key, and what they stand for.</summary>
    public Dictionary<string, string[]> Chat { get; } = new(StringComparer.Ordinal);

    /// <summary>Terms that mean the same in names, and whether they are Vietnamese.</summary>
    public Dictionary<string, (string Term, bool Vietnamese)> Same { get; } = new(StringComparer.Ordinal);

    /// <summary>Pairs of terms that mean the same as others in names.</summary>
    public Dictionary<(string, string), Token[]> Phrases { get; } = [];

    /// <summary>Bare words after which a unit's name is expected, with or without its head.</summary>
    public HashSet<string> Openers { get; }

    /// <summary>Bare words that begin a unit's Vietnamese name.</summary>
    public HashSet<string> UnitHeads { get; }

    /// <summary>Bare words that follow a kind of units ("so nao", "quan co"): no syllable that a name begins with.</summary>
    public HashSet<string> AfterKinds { get; }

    /// <summary>Small words that are run together with any word beside them.</summary>
    public HashSet<string> Joints { get; }

    /// <summary>English words that stand in a unit's name and in no other.</summary>
    public HashSet<string> UnitNouns { get; }

    private void Read(string name, Language language)
    {
        using var document = Open(name);
        foreach (var group in document.RootElement.EnumerateObject())
        {
            var cues = CueSet.Of(Enum.Parse<Cue>(group.Name));
            foreach (var phrase in group.Value.EnumerateArray().SelectMany(p => Alternatives(p.GetString()!)))
            {
                // "=báo" is said of the accented word alone: without its accent it is a syllable of too many names.
                var exact = phrase.StartsWith('=');
                var words = Tokeniser.Split(exact ? phrase[1..] : phrase);
                Trie.Add(words, (cues, language), exact);
                for (var i = 0; i < words.Length; i++)
                {
                    Terms.Add(words[i].Term);
                    // What is far from the matter is no reason to take "car" for no "cả" of a telex keyboard.
                    if (words[i].Decoded is null || !cues.Has(Cue.OutOfScope))
                    {
                        Spelled.Add(words[i].Bare);
                    }

                    Keys.Add(words[i].Key);
                    Slips.Add(words[i].Term);
                    Pairs.Add((i == 0 ? "" : words[i - 1].Term, words[i].Term));
                    if (i > 0 && cues.HasOnly(Cue.Ask, Cue.Polite, Cue.Function, Cue.Thanks, Cue.Greeting))
                    {
                        SmallPairs.Add((words[i - 1].Term, words[i].Term));
                    }
                }
            }
        }
    }

    // "(hai|ba) đơn vị (đó|này)" stands for four phrases.
    private static IEnumerable<string> Alternatives(string pattern)
    {
        var open = pattern.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return [pattern];
        }

        var close = pattern.IndexOf(')', open);
        return pattern[(open + 1)..close].Split('|').SelectMany(word => Alternatives(pattern[..open] + word + pattern[(close + 1)..]));
    }

    private static IEnumerable<Token> Words(string text) => Tokeniser.Split(text).Where(t => t.Sort == TokenSort.Word);

    private static JsonDocument Open(string name)
    {
        using var stream = typeof(CueBook).Assembly.GetManifestResourceStream(name)!;
        return JsonDocument.Parse(stream);
    }
}
