using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>The units whose names share most with a name that the catalogue does not have.</summary>
internal static class NearestUnits
{
    private const int Offered = 3;

    public static IReadOnlyList<string> Of(string name, Lexicon lexicon)
    {
        var terms = Tokeniser.Split(name).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lexicon
                .Catalogue.Units.Select(u => (u.Names.Vietnamese, Shared: Shared(u.Names.Vietnamese, terms)))
                .Where(u => u.Shared > 1)
                .OrderByDescending(u => u.Shared)
                .ThenBy(u => u.Vietnamese, StringComparer.Ordinal)
                .Select(u => u.Vietnamese)
                .Distinct()
                .Take(Offered),
        ];
    }

    private static int Shared(string name, HashSet<string> terms) => Tokeniser.Split(name).Count(t => terms.Contains(t.Term));
}
