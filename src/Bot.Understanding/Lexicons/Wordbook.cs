using System.Text.Json;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>
/// English words for a Vietnamese name that has no English one, so that an English question finds it. They are searched and never shown.
/// The words are data (<c>wordbook.json</c>).
/// </summary>
internal static class Wordbook
{
    // Fewer would name half of the field.
    private const int FewestWords = 3;

    private static readonly PhraseTrie<string> Words = Read();

    /// <summary>The words in the order of English, where what describes stands before: "trung tâm quản lý giao thông đô thị" is "urban traffic management centre"; null where too few are known.</summary>
    public static string? English(string name)
    {
        var tokens = Tokeniser.Split(name);
        List<PhraseMatch<string>> found = [];
        List<string> told = [];
        List<string> part = [];
        for (var at = 0; at < tokens.Length; )
        {
            found.Clear();
            Words.Match(tokens, at, found);
            found.RemoveAll(m => m.Strength < Strengths.Exact);
            if (found.Count == 0)
            {
                // "của", a place, a mark: what stands behind describes nothing before it.
                End();
                at++;
                continue;
            }

            var longest = found.MaxBy(m => m.End);
            part.Insert(0, longest.Value);
            at = longest.End;
        }

        End();
        return told.Count < FewestWords ? null : string.Join(' ', told);

        void End()
        {
            told.AddRange(part);
            part.Clear();
        }
    }

    private static PhraseTrie<string> Read()
    {
        using var stream = typeof(Wordbook).Assembly.GetManifestResourceStream("wordbook.json")!;
        using var document = JsonDocument.Parse(stream);
        var trie = new PhraseTrie<string>();
        foreach (var word in document.RootElement.EnumerateObject())
        {
            trie.Add(Tokeniser.Split(word.Name), word.Value.GetString()!);
        }

        return trie;
    }
}
