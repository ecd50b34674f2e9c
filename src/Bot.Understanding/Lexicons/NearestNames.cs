using Bot.Indicators;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>
/// The names of a catalogue that are most like one that it does not have: the more words they share and the fewer names share those
/// words, the nearer. For showing only: nothing is ever read as its nearest name.
/// </summary>
internal sealed class NearestNames
{
    private const int Offered = 3;

    // Words in more than this part of the names ("sở", "quận", "tỷ lệ") make no two of them alike.
    private const double Common = 0.25;
    private const double Least = 0.35;
    private const int LongEnough = 5;

    private readonly Entry[] _entries;
    private readonly Dictionary<string, double> _weights;

    public NearestNames(IEnumerable<Names> names)
    {
        var all = names.DistinctBy(n => n.Vietnamese).ToArray();
        _entries = [.. all.Select(n => new Entry(n, [.. Spellings(n).Select(Words)]))];
        _weights = _entries
            .SelectMany(e => e.Spellings.SelectMany(s => s).Select(t => t.Term).Distinct())
            .GroupBy(t => t)
            .Where(g => g.Count() < 3 || g.Count() <= all.Length * Common)
            .ToDictionary(g => g.Key, g => 1 + Math.Log((double)all.Length / g.Count()), StringComparer.Ordinal);
    }

    /// <summary>Up to three names, the nearest first; none where none is alike.</summary>
    public IReadOnlyList<Names> To(string typed)
    {
        var words = Words(typed);
        var found = _entries
            .Select(e => (e.Names, Likeness: e.Spellings.Max(s => Likeness(words, s))))
            .Where(e => e.Likeness >= Least)
            .OrderByDescending(e => e.Likeness)
            .ThenBy(e => e.Names.Vietnamese, StringComparer.Ordinal)
            .ToList();
        return [.. found.Where(e => e.Likeness >= found[0].Likeness / 2).Take(Offered).Select(e => e.Names)];
    }

    private static IEnumerable<string> Spellings(Names names) => [names.Vietnamese, names.English, .. names.Aliases];

    private static Token[] Words(string name) => [.. Tokeniser.Split(name).Where(t => t.Sort == TokenSort.Word)];

    // The share of the words of both, weighed, that both have; a slip in a long name is no other name.
    private double Likeness(Token[] typed, Token[] name)
    {
        var shared = name.Where(n => Array.Exists(typed, t => AreSame(t, n))).Sum(Weight);
        if (shared > 0)
        {
            return 2 * shared / (typed.Sum(t => _weights.GetValueOrDefault(t.Term, 1)) + name.Sum(Weight));
        }

        var (one, other) = (string.Concat(typed.Select(t => t.Term)), string.Concat(name.Select(t => t.Term)));
        return one.Length > LongEnough && other.Length > LongEnough && NearTexts.AreNear(one, other) ? 1 : 0;
    }

    private static bool AreSame(Token typed, Token name) =>
        typed.Term == name.Term && (!typed.HasAccents || !name.HasAccents || typed.Key == name.Key);

    private double Weight(Token word) => _weights.GetValueOrDefault(word.Term);

    private sealed record Entry(Names Names, Token[][] Spellings);
}
