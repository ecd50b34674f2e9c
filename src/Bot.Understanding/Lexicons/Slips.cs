namespace Bot.Understanding.Lexicons;

/// <summary>Known words within one letter of a word that is none: left out, put in, changed, or swapped with its neighbour.</summary>
internal sealed class Slips
{
    private readonly Dictionary<string, List<string>> _byDeletion = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public void Add(string term)
    {
        if (term.Length < 3 || !_known.Add(term))
        {
            return;
        }

        foreach (var key in Deletions(term))
        {
            if (!_byDeletion.TryGetValue(key, out var terms))
            {
                _byDeletion[key] = terms = [];
            }

            terms.Add(term);
        }
    }

    /// <summary>The known words one slip away, each once.</summary>
    public List<string> Near(string word)
    {
        var near = new List<string>();
        if (word.Length is < 3 or > 20)
        {
            return near;
        }

        foreach (var key in Deletions(word))
        {
            if (!_byDeletion.TryGetValue(key, out var terms))
            {
                continue;
            }

            foreach (var term in terms)
            {
                if (term != word && !near.Contains(term) && IsOneSlip(word, term))
                {
                    near.Add(term);
                }
            }
        }

        return near;
    }

    private static IEnumerable<string> Deletions(string word)
    {
        yield return word;
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
        }
    }

    private static bool IsOneSlip(string left, string right)
    {
        var (start, endLeft, endRight) = (0, left.Length - 1, right.Length - 1);
        while (start <= endLeft && start <= endRight && left[start] == right[start])
        {
            start++;
        }

        while (endLeft >= start && endRight >= start && left[endLeft] == right[endRight])
        {
            endLeft--;
            endRight--;
        }

        var (restLeft, restRight) = (endLeft - start + 1, endRight - start + 1);
        return restLeft <= 1 && restRight <= 1
            || restLeft == 2 && restRight == 2 && left[start] == right[start + 1] && left[start + 1] == right[start];
    }
}
