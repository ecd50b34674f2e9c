using System.Numerics;
using System.Runtime.CompilerServices;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Understanding.Text;

namespace Bot.Understanding.Searching;

/// <summary>
/// What somebody who types into a search box may mean, while the words are still half typed: units, indicators, and the figures of both.
/// Every word must begin a word of a name; with or without marks.
/// </summary>
public static class CatalogueSearch
{
    private const int MostWords = 16;

    // Names are cut once for each catalogue: a search box asks at every pause of the fingers.
    private static readonly ConditionalWeakTable<Catalogue, Names> Cut = [];

    /// <summary>The queries, the closest first; made as they are taken, so that the first page costs no more than itself.</summary>
    public static IEnumerable<StoreQuery> Find(string text, Catalogue catalogue, DateOnly today)
    {
        var typed = Words(text).Take(MostWords).ToArray();
        return typed.Length == 0 ? [] : Find(typed, catalogue, today).Distinct();
    }

    private static IEnumerable<StoreQuery> Find(string[] typed, Catalogue catalogue, DateOnly today)
    {
        var names = Cut.GetValue(catalogue, static c => new Names(c));
        var all = (1 << typed.Length) - 1;
        List<(OrgUnit Thing, int Covers)> units = [.. Covered(names.Units, typed)];
        List<(Indicator Thing, int Covers)> indicators = [.. Covered(names.Indicators, typed)];

        // Words that only both together explain are the most telling.
        foreach (var (unit, indicator) in Pairs(units, indicators, all))
        {
            if (catalogue.HasFigures(unit.Code, indicator.Code))
            {
                yield return Figures(unit, indicator);
            }
        }

        foreach (var (unit, _) in units.Where(u => u.Covers == all && u.Thing.ExistsOn(today)))
        {
            yield return new ProfileQuery { Unit = unit.Code };
        }

        foreach (var (indicator, _) in indicators.Where(i => i.Covers == all))
        {
            if (catalogue.Units.Where(u => catalogue.HasFigures(u.Code, indicator.Code)).Skip(1).Any())
            {
                yield return new RankQuery { Indicator = indicator.Code, Units = UnitSet.All };
            }

            yield return new DefineQuery { Indicator = indicator.Code };
        }

        foreach (var (unit, _) in units.Where(u => u.Covers == all))
        {
            foreach (var indicator in catalogue.Indicators.Where(i => catalogue.HasFigures(unit.Code, i.Code)))
            {
                yield return Figures(unit, indicator);
            }
        }

        foreach (var (indicator, _) in indicators.Where(i => i.Covers == all))
        {
            foreach (var unit in catalogue.Units.Where(u => catalogue.HasFigures(u.Code, indicator.Code)))
            {
                yield return Figures(unit, indicator);
            }
        }
    }

    private static IEnumerable<(OrgUnit, Indicator)> Pairs(
        List<(OrgUnit Thing, int Covers)> units,
        List<(Indicator Thing, int Covers)> indicators,
        int all
    ) =>
        from unit in units
        where unit.Covers != all
        from indicator in indicators
        where indicator.Covers != all && (unit.Covers | indicator.Covers) == all
        select (unit.Thing, indicator.Thing);

    private static ValueQuery Figures(OrgUnit unit, Indicator indicator) =>
        new() { Indicators = [indicator.Code], Units = UnitSet.Of(unit.Code) };

    // Those that explain most come first, and of these the shortest name, which is the one meant by the words alone.
    private static IEnumerable<(T Thing, int Covers)> Covered<T>(IEnumerable<Named<T>> things, string[] typed) =>
        things
            .Select(named => (named, covers: named.Covers(typed)))
            .Where(found => found.covers != 0)
            .OrderByDescending(found => BitOperations.PopCount((uint)found.covers))
            .ThenBy(found => found.named.Length)
            .Select(found => (found.named.Thing, found.covers));

    private static IEnumerable<string> Words(string text) =>
        Tokeniser.Split(text).Where(token => token.Sort != TokenSort.Mark).Select(token => token.Bare).Distinct(StringComparer.Ordinal);

    private sealed class Names(Catalogue catalogue)
    {
        public Named<OrgUnit>[] Units { get; } = [.. catalogue.Units.Select(u => new Named<OrgUnit>(u, u.Code.Value, u.Names))];

        public Named<Indicator>[] Indicators { get; } =
        [.. catalogue.Indicators.Select(i => new Named<Indicator>(i, i.Code.Value, i.Names))];
    }

    private sealed class Named<T>(T thing, string code, Bot.Indicators.Names names)
    {
        private readonly string[] _words =
        [
            .. ((string[])[code, names.Vietnamese, names.English, .. names.Aliases]).SelectMany(Words).Distinct(StringComparer.Ordinal),
        ];

        public T Thing { get; } = thing;

        public int Length { get; } = names.Vietnamese.Length;

        /// <summary>One bit for each typed word that begins a word of the names.</summary>
        public int Covers(string[] typed)
        {
            var covers = 0;
            for (var i = 0; i < typed.Length; i++)
            {
                covers |= Array.Exists(_words, word => word.StartsWith(typed[i], StringComparison.Ordinal)) ? 1 << i : 0;
            }

            return covers;
        }
    }
}
