using Bot.Indicators;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>
/// The names of a catalogue that are most like one that it does not have: the more words they share and the fewer names share those
/// words, the nearer. Only names that share a telling word, or differ by a slip, are looked at, however many there are. For showing only:
/// nothing is ever read as its nearest name.
/// </summary>
internal sealed class NearestNames
{
    private const int Offered = 3;

    // Names that share only words that very many have are not looked at.
    private const int Considered = 200;

    // Words in more than this part of the names ("sở", "quận", "tỷ lệ") make no two of them alike.
    private const double Common = 0.25;
    private const double Least = 0.35;
    private const int LongEnough = 5;

    private readonly Entry[] _entries;
    private readonly Dictionary<string, double> _weights;
    private readonly Dictionary<string, int[]> _byWord;
    private readonly Dictionary<string, int[]> _byText;
    private readonly NearTexts _texts = new();

    public NearestNames(IEnumerable<Names> names)
    {
        var all = names.DistinctBy(n => n.Vietnamese).ToArray();
        _entries = [.. all.Select(n => new Entry(n, [.. Spellings(n).Select(Words)]))];
        _byWord = Postings(e => e.Spellings.SelectMany(s => s).Select(t => t.Term))
            .Where(p => p.Value.Length < 3 || p.Value.Length <= all.Length * Common)
            .ToDictionary(StringComparer.Ordinal);
        _weights = _byWord.ToDictionary(p => p.Key, p => 1 + Math.Log((double)all.Length / p.Value.Length), StringComparer.Ordinal);
        _byText = Postings(e => e.Spellings.Select(Joined).Where(t => t.Length > LongEnough));
        foreach (var text in _byText.Keys)
        {
            _texts.Add(text);
        }
    }

    /// <summary>Up to three names, the nearest first; none where none is alike.</summary>
    public IReadOnlyList<Names> To(string typed)
    {
        var words = Words(typed);
        var found = Candidates(words)
            .Select(at => (_entries[at].Names, Likeness: _entries[at].Spellings.Max(s => Likeness(words, s))))
            .Where(e => e.Likeness >= Least)
            .OrderByDescending(e => e.Likeness)
            .ThenBy(e => e.Names.Vietnamese, StringComparer.Ordinal)
            .ToList();
        return [.. found.Where(e => e.Likeness >= found[0].Likeness / 2).Take(Offered).Select(e => e.Names)];
    }

    // Those that share a telling word, or two that many have; and those that are the same but for a slip.
    private HashSet<int> Candidates(Token[] typed)
    {
        var candidates = new HashSet<int>();
        int[][] shared = [.. typed.Select(t => _byWord.GetValueOrDefault(t.Term)).OfType<int[]>().Distinct().OrderBy(e => e.Length)];
        foreach (var entries in shared.TakeWhile(e => candidates.Count + e.Length <= Considered))
        {
            candidates.UnionWith(entries);
        }

        if (candidates.Count == 0 && shared is [var rarest, ..])
        {
            candidates.UnionWith((shared.Length > 1 ? Both(rarest, shared[1]) : rarest).Take(Considered));
        }

        if (Joined(typed) is { Length: > LongEnough } text)
        {
            candidates.UnionWith(_texts.To(text).SelectMany(t => _byText[t]));
        }

        return candidates;
    }

    // Both are in order.
    private static IEnumerable<int> Both(int[] one, int[] other)
    {
        for (var (i, k) = (0, 0); i < one.Length && k < other.Length; )
        {
            if (one[i] == other[k])
            {
                yield return one[i];
            }

            (i, k) = one[i] <= other[k] ? (i + 1, k) : (i, k + 1);
        }
    }

    private Dictionary<string, int[]> Postings(Func<Entry, IEnumerable<string>> keys) =>
        _entries
            .SelectMany((e, at) => keys(e).Distinct().Select(key => (key, at)))
            .GroupBy(p => p.key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.at).ToArray(), StringComparer.Ordinal);

    private static IEnumerable<string> Spellings(Names names) => [names.Vietnamese, names.English, .. names.Aliases];

    private static Token[] Words(string name) => [.. Tokeniser.Split(name).Where(t => t.Sort == TokenSort.Word)];

    private static string Joined(Token[] words) => string.Concat(words.Select(t => t.Term));

    // The share of the words of both, weighed, that both have; a slip in a long name is no other name.
    private double Likeness(Token[] typed, Token[] name)
    {
        var shared = name.Where(n => Array.Exists(typed, t => AreSame(t, n))).Sum(Weight);
        if (shared > 0)
        {
            return 2 * shared / (typed.Sum(t => _weights.GetValueOrDefault(t.Term, 1)) + name.Sum(Weight));
        }

        var (one, other) = (Joined(typed), Joined(name));
        return one.Length > LongEnough && other.Length > LongEnough && NearTexts.AreNear(one, other) ? 1 : 0;
    }

    private static bool AreSame(Token typed, Token name) =>
        typed.Term == name.Term && (!typed.HasAccents || !name.HasAccents || typed.Key == name.Key);

    private double Weight(Token word) => _weights.GetValueOrDefault(word.Term);

    private sealed record Entry(Names Names, Token[][] Spellings);
}
