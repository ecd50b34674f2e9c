using System.Text.Json;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>The words of reports that are not names, read once from the embedded table.</summary>
internal static class StatementWords
{
    private const string OwnOffices = "OwnOffice";
    private const string OfficeKinds = "OfficeKind";

    /// <summary>Offices that a commune or district acts through: what they take in and settle, it does.</summary>
    public static PhraseTrie<bool> Offices { get; } = new();

    public static PhraseTrie<StatementCue> Trie { get; } = Read();

    /// <summary>Whether some words of a name are such a cue.</summary>
    public static bool Has(string name, StatementCue cue)
    {
        var tokens = Tokeniser.Split(name);
        List<PhraseMatch<StatementCue>> found = [];
        for (var at = 0; at < tokens.Length; at++)
        {
            Trie.Match(tokens, at, found);
        }

        return found.Exists(m => (m.Value & cue) != 0);
    }

    private static PhraseTrie<StatementCue> Read()
    {
        using var stream = typeof(StatementWords).Assembly.GetManifestResourceStream("statements.vi.json")!;
        using var document = JsonDocument.Parse(stream);
        var trie = new PhraseTrie<StatementCue>();
        foreach (var group in document.RootElement.EnumerateObject())
        {
            if (group.Name == OfficeKinds)
            {
                continue;
            }

            if (group.Name == OwnOffices)
            {
                foreach (var office in group.Value.EnumerateArray())
                {
                    Offices.Add(Tokeniser.Split(office.GetString()!), true);
                    // "Bộ phận Một cửa của huyện": the unit of that kind that the text speaks of.
                    foreach (var kind in document.RootElement.GetProperty(OfficeKinds).EnumerateArray())
                    {
                        trie.Add(Tokeniser.Split($"{office} {kind}"), StatementCue.ThatKind);
                        trie.Add(Tokeniser.Split($"{office} c\u1ee7a {kind}"), StatementCue.ThatKind);
                    }
                }

                continue;
            }

            var cue = Enum.Parse<StatementCue>(group.Name);
            foreach (var phrase in group.Value.EnumerateArray())
            {
                trie.Add(Tokeniser.Split(phrase.GetString()!), cue);
            }
        }

        return trie;
    }
}
