using System.Text.Json;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>The area of reform that words belong to; of several the one that stands first in the table (<c>areas.vi.json</c>).</summary>
internal static class Areas
{
    private static readonly (PhraseTrie<int> Trie, string[] Names) Table = Read();

    /// <summary>The area; empty where no word tells.</summary>
    public static string Of(string words)
    {
        var tokens = Tokeniser.Split(words);
        List<PhraseMatch<int>> found = [];
        for (var at = 0; at < tokens.Length; at++)
        {
            Table.Trie.Match(tokens, at, found);
        }

        found.RemoveAll(m => m.Strength < Strengths.Exact);
        return found.Count == 0 ? "" : Table.Names[found.Min(m => m.Value)];
    }

    private static (PhraseTrie<int>, string[]) Read()
    {
        using var stream = typeof(Areas).Assembly.GetManifestResourceStream("areas.vi.json")!;
        using var document = JsonDocument.Parse(stream);
        var trie = new PhraseTrie<int>();
        List<string> names = [];
        foreach (var group in document.RootElement.EnumerateArray())
        {
            foreach (var phrase in group.GetProperty("words").EnumerateArray())
            {
                trie.Add(Tokeniser.Split(phrase.GetString()!), names.Count);
            }

            names.Add(group.GetProperty("area").GetString()!);
        }

        return (trie, [.. names]);
    }
}
