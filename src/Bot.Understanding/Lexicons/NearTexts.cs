namespace Bot.Understanding.Lexicons;

/// <summary>
/// Finds all texts within two edits of each other without comparing each with each: of three pieces that a text is cut into, two
/// edits leave one whole, so a near text holds it, at most two places off.
/// </summary>
internal static class NearTexts
{
    private const int Edits = 2;
    private const int Pieces = Edits + 1;

    /// <summary>All pairs of different texts within two edits, each once.</summary>
    public static IEnumerable<(string One, string Other)> Pairs(IEnumerable<string> texts)
    {
        var index = new Dictionary<(int Length, int Piece, int Hash), List<string>>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts.OrderBy(t => t.Length).ThenBy(t => t, StringComparer.Ordinal))
        {
            met.Clear();
            foreach (var near in Candidates(index, text))
            {
                if (met.Add(near) && AreNear(near, text))
                {
                    yield return (near, text);
                }
            }

            for (var piece = 0; piece < Pieces; piece++)
            {
                var (start, length) = Cut(text.Length, piece);
                var key = (text.Length, piece, string.GetHashCode(text.AsSpan(start, length)));
                if (!index.TryGetValue(key, out var postings))
                {
                    index[key] = postings = [];
                }

                postings.Add(text);
            }
        }
    }

    private static IEnumerable<string> Candidates(Dictionary<(int, int, int), List<string>> index, string text)
    {
        for (var other = text.Length - Edits; other <= text.Length; other++)
        {
            for (var piece = 0; piece < Pieces && other >= Pieces; piece++)
            {
                var (start, length) = Cut(other, piece);
                for (var at = Math.Max(0, start - Edits); at <= Math.Min(text.Length - length, start + Edits); at++)
                {
                    if (index.TryGetValue((other, piece, string.GetHashCode(text.AsSpan(at, length))), out var postings))
                    {
                        foreach (var posting in postings)
                        {
                            yield return posting;
                        }
                    }
                }
            }
        }
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
