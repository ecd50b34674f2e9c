using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>A phrase found in a question.</summary>
/// <param name="End">The token after the last.</param>
/// <param name="Words">How many words the phrase has.</param>
/// <param name="Value">What the phrase stands for.</param>
/// <param name="Strength">How well the letters agree (<see cref="Strengths"/>).</param>
internal readonly record struct PhraseMatch<T>(int End, int Words, T Value, double Strength);

/// <summary>Phrases by their terms; marks and joining words inside a phrase do not matter ("GD&amp;ĐT", "quận, huyện").</summary>
internal sealed class PhraseTrie<T>
{
    private readonly Node _root = new();

    /// <summary>Adds a phrase; an exact one counts only where its accents are typed or spelt by keys.</summary>
    public void Add(ReadOnlySpan<Token> words, T value, bool exact = false)
    {
        var node = _root;
        var keys = new List<string>(words.Length);
        foreach (var word in words)
        {
            if (word.Sort == TokenSort.Mark && !IsSign(word) || keys.Count > 0 && Joins(word))
            {
                continue;
            }

            keys.Add(word.Key);
            node.Next ??= new(StringComparer.Ordinal);
            if (!node.Next.TryGetValue(word.Term, out var next))
            {
                node.Next[word.Term] = next = new();
            }

            node = next;
        }

        if (keys.Count > 0)
        {
            (node.Ends ??= []).Add(([.. keys], value, exact));
        }
    }

    /// <summary>All phrases that begin with the token at <paramref name="start"/>.</summary>
    public void Match(Token[] tokens, int start, List<PhraseMatch<T>> into)
    {
        Span<int> path = stackalloc int[24];
        Walk(_root, tokens, start, path, 0, into);
    }

    private static void Walk(Node node, Token[] tokens, int at, Span<int> path, int depth, List<PhraseMatch<T>> into)
    {
        if (depth > 0 && node.Ends is { } ends)
        {
            foreach (var (keys, value, exact) in ends)
            {
                var strength = Strengths.Exact;
                for (var i = 0; i < keys.Length && strength > 0; i++)
                {
                    var typed = tokens[path[i]];
                    strength =
                        exact && typed.Key != keys[i] && typed.Decoded != keys[i]
                            ? 0
                            : Math.Min(strength, Strengths.Of(typed, keys[i], keys.Length == 1));
                }

                if (strength > 0)
                {
                    into.Add(new(path[depth - 1] + 1, keys.Length, value, strength));
                }
            }
        }

        if (node.Next is null || depth >= path.Length)
        {
            return;
        }

        while (depth > 0 && at < tokens.Length && (tokens[at].Sort == TokenSort.Mark && IsInner(tokens[at]) || Joins(tokens[at])))
        {
            if (node.Next.ContainsKey(tokens[at].Term))
            {
                break;
            }

            at++;
        }

        if (at >= tokens.Length || tokens[at].Sort == TokenSort.Mark && !IsSign(tokens[at]))
        {
            return;
        }

        path[depth] = at;
        if (node.Next.TryGetValue(tokens[at].Term, out var next))
        {
            Walk(next, tokens, at + 1, path, depth + 1, into);
        }

        if (tokens[at].DecodedTerm is { } decoded && decoded != tokens[at].Term && node.Next.TryGetValue(decoded, out next))
        {
            Walk(next, tokens, at + 1, path, depth + 1, into);
        }
    }

    private static bool IsSign(Token token) => token.Word is "%" or ">" or "<" or ">=" or "<=" or "≥" or "≤" or "'s";

    private static bool IsInner(Token token) => token.Word is "," or "." or "-" or "/" or "&" or "–";

    private static bool Joins(Token token) => token.Key is "va2" or "va" or "and" or "&" || token.Decoded is "va2";

    private sealed class Node
    {
        public Dictionary<string, Node>? Next;
        public List<(string[] Keys, T Value, bool Exact)>? Ends;
    }
}
