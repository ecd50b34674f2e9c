namespace Bot.Understanding.Lexicons;

/// <summary>
/// Finds texts within two edits of another without comparing it with each: of three pieces that a text is cut into, two edits leave one
/// whole, so a near text holds it, at most two places off.
/// </summary>
internal sealed class NearTexts
{
    private const int Edits = 2;
    private const int Pieces = Edits + 1;

    private readonly Dictionary<(int Length, int Piece, int Hash), List<string>> _index = [];

    /// <summary>All pairs of different texts within two edits, each once.</summary>
    public static IEnumerable<(string One, string Other)> Pairs(IEnumerable<string> texts)
    {
        var index = new NearTexts();
        foreach (var text in texts.OrderBy(t => t.Length).ThenBy(t => t, StringComparer.Ordinal))
        {
            foreach (var near in index.To(text))
            {
                yield return (near, text);
            }

            index.Add(text);
        }
    }

    public void Add(string text)
    {
        for (var piece = 0; piece < Pieces; piece++)
        {
            var (start, length) = Cut(text.Length, piece);
            var key = (text.Length, piece, string.GetHashCode(text.AsSpan(start, length)));
            if (!_index.TryGetValue(key, out var postings))
            {
                _index[key] = postings = [];
            }

            postings.Add(text);
        }
    }

    /// <summary>The texts within two edits of that one, each once.</summary>
    public List<string> To(string text)
    {
        var near = new List<string>();
        for (var other = Math.Max(Pieces, text.Length - Edits); other <= text.Length + Edits; other++)
        {
            for (var piece = 0; piece < Pieces; piece++)
            {
                var (start, length) = Cut(other, piece);
                for (var at = Math.Max(0, start - Edits); at <= Math.Min(text.Length - length, start + Edits); at++)
                {
                    foreach (var posting in _index.GetValueOrDefault((other, piece, string.GetHashCode(text.AsSpan(at, length)))) ?? [])
                    {
                        if (!near.Contains(posting) && AreNear(posting, text))
                        {
                            near.Add(posting);
                        }
                    }
                }
            }
        }

        return near;
    }

    private static (int Start, int Length) Cut(int length, int piece)
    {
        var start = length * piece / Pieces;
        return (start, length * (piece + 1) / Pieces - start);
    }

    /// <summary>Whether at most two letters have to be put in, left out or changed.</summary>
    internal static bool AreNear(string one, string other) => Left(one, other, Edits);

    // Past what is equal each of the three edits is tried; with two of them that is nine ways at most.
    private static bool Left(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int edits)
    {
        var equal = one.CommonPrefixLength(other);
        one = one[equal..];
        other = other[equal..];
        if (one.IsEmpty || other.IsEmpty)
        {
            return one.Length + other.Length <= edits;
        }

        return edits > 0
            && Math.Abs(one.Length - other.Length) <= edits
            && (Left(one[1..], other[1..], edits - 1) || Left(one[1..], other, edits - 1) || Left(one, other[1..], edits - 1));
    }
}
