using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>One content word of a name or a question: its term, its accented key, and the token that it comes from.</summary>
/// <param name="Term">The bare stem, one for all words that mean the same.</param>
/// <param name="Key">The accented key; what telex keys spell where they spell a syllable.</param>
/// <param name="Accents">Whether accents were typed or spelt by keys.</param>
/// <param name="Token">The index of the token.</param>
/// <param name="Edited">Whether the term was read over a slip of one letter.</param>
/// <param name="Grammar">Whether it may be a word that names put in or leave out as they like.</param>
internal readonly record struct ContentTerm(string Term, string Key, bool Accents, int Token, bool Edited, bool Grammar);

/// <summary>Turns words into content terms: abbreviations written out, words that mean the same made one, grammar left out.</summary>
internal static class Terms
{
    /// <summary>The content terms of a name.</summary>
    public static List<ContentTerm> OfName(string name)
    {
        foreach (var lead in Leads)
        {
            if (name.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && name.Length > lead.Length + 4)
            {
                name = name[lead.Length..];
                break;
            }
        }

        var tokens = Tokeniser.Split(name);
        var terms = new List<ContentTerm>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Sort != TokenSort.Mark && (!GrammarKeys.Contains(tokens[i].Key) || IsHyphened(tokens, i)))
            {
                Add(terms, tokens[i], i);
            }
        }

        return Joined(terms);
    }

    // "on-time rate", "end-to-end": the small word is what the name is about.
    private static bool IsHyphened(Token[] tokens, int at) => Hyphen(tokens, at - 1) || Hyphen(tokens, at + 1);

    private static bool Hyphen(Token[] tokens, int at) =>
        at > 0 && at + 1 < tokens.Length && tokens[at].Is('-') && !tokens[at].SpaceBefore && !tokens[at + 1].SpaceBefore;

    /// <summary>Adds a token, written out where it is an abbreviation.</summary>
    public static void Add(List<ContentTerm> terms, Token token, int index)
    {
        var book = CueBook.Instance;
        if (
            token.Sort == TokenSort.Word
            && (
                book.Expansions.TryGetValue(token.Bare, out var words)
                || token.DecodedTerm is { } initials && !Syllable.IsValidBare(initials) && book.Expansions.TryGetValue(initials, out words)
            )
        )
        {
            foreach (var word in words)
            {
                terms.Add(new(Same(word.Term), word.Key, Accents: true, index, Edited: false, Grammar: false));
            }

            return;
        }

        // "of" is no "ò", "meet" no "mêt".
        if (
            token.Decoded is { } decoded
            && !Syllable.IsValidBare(token.Bare)
            && !GrammarKeys.Contains(token.Key)
            && !book.Spelled.Contains(token.Bare)
        )
        {
            terms.Add(
                new(Same(token.DecodedTerm!, accents: true), decoded, Accents: true, index, Edited: false, GrammarKeys.Contains(decoded))
            );
            return;
        }

        var grammar = token.HasAccents ? GrammarKeys.Contains(token.Key) : GrammarBare.Contains(token.Bare);
        terms.Add(new(Same(token.Term, token.HasAccents), token.Key, token.HasAccents, index, Edited: false, grammar));
    }

    /// <summary>Makes pairs that mean the same one ("tổng số", "tất cả": toàn bộ).</summary>
    public static List<ContentTerm> Joined(List<ContentTerm> terms)
    {
        var phrases = CueBook.Instance.Phrases;
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            if (phrases.TryGetValue((terms[i].Term, terms[i + 1].Term), out var words))
            {
                for (var k = 0; k < words.Length && k < 2; k++)
                {
                    terms[i + k] = new(words[k].Term, words[k].Key, Accents: true, terms[i + k].Token, Edited: false, Grammar: false);
                }
            }
        }

        return terms;
    }

    /// <summary>The term of a word without accents.</summary>
    public static string Of(string word) => Same(Tokeniser.Make(word).Term);

    // "mét" is no "met": what English says otherwise holds for words without accents.
    private static string Same(string term, bool accents = false) =>
        CueBook.Instance.Same.TryGetValue(term, out var same) && (!accents || same.Vietnamese) ? same.Term : term;

    // A measure in front of a name is no part of it.
    private static readonly string[] Leads = ["tỷ lệ ", "tỉ lệ ", "số lượng ", "số ", "number of ", "rate of ", "share of "];

    // Words that names and questions put in or leave out as they like.
    private static readonly HashSet<string> GrammarKeys = new(
        "của có được đã đi khi và với các những trong về là ở cho theo thì tại bị lên a the an of in on at for to by with is are was were and that which rate share percentage percent its their through under it be do have has"
            .Split(' ')
            .Select(w => Tokeniser.Make(w).Key),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> GrammarBare = new(GrammarKeys.Select(Syllable.Bare), StringComparer.Ordinal);
}
