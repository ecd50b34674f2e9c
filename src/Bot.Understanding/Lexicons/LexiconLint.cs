using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>Finds all names of a catalogue that are alike, and what is decided about each pair.</summary>
public static class LexiconLint
{
    // Shorter names are abbreviations, which are never repaired: among them everything is two letters from everything.
    private const int LeastForEdits = 7;

    /// <summary>
    /// Pairs of things with names that are equal without diacritics, equal once telex is decoded, or within two letters of each
    /// other; each pair of things once in each way.
    /// </summary>
    public static IEnumerable<NameClash> Of(Catalogue catalogue)
    {
        var byText = Names(catalogue).ToLookup(n => TextOf(n.Name), StringComparer.Ordinal);
        return Same(byText)
            .Concat(Decoded(byText))
            .Concat(Near(byText))
            .Where(p => AreComparable(p.One, p.Other))
            .DistinctBy(p => (p.Kind, p.One.Sort, p.One.Code, p.Other.Sort, p.Other.Code))
            .Select(p => new NameClash(p.One, p.Other, p.Kind, ClashRules.Decide(p.Kind, p.One, p.Other, catalogue)));
    }

    private static IEnumerable<BorneName> Names(Catalogue catalogue) =>
        [
            .. catalogue.Units.SelectMany(u => Of(NamedSort.Unit, u.Code.Value, u.Names)),
            .. catalogue.Indicators.SelectMany(i => Of(NamedSort.Indicator, i.Code.Value, i.Names)),
            .. catalogue.Indicators.SelectMany(i =>
                i.Bases.SelectMany(b => Of(NamedSort.Basis, $"{i.Code.Value}/{b.Code.Value}", b.Names))
            ),
            .. catalogue.ObligationTypes.SelectMany(t => Of(NamedSort.ObligationType, t.Code.Value, t.Names)),
            .. catalogue.Projects.SelectMany(p => Of(NamedSort.Project, p.Code.Value, p.Names)),
        ];

    private static IEnumerable<BorneName> Of(NamedSort sort, string code, Names names) =>
        ((string[])[names.Vietnamese, names.English, .. names.Aliases])
            .DistinctBy(TextOf, StringComparer.Ordinal)
            .Select(name => new BorneName(sort, code, name));

    internal static string TextOf(string name) => Text(name, t => t.Term);

    private static string Text(string name, Func<Token, string> view) =>
        string.Join(' ', Tokeniser.Split(name).Where(t => t.Sort != TokenSort.Mark).Select(view));

    private static IEnumerable<Pair> Same(ILookup<string, BorneName> byText)
    {
        foreach (var group in byText)
        {
            var names = group.ToList();
            for (var i = 0; i < names.Count; i++)
            {
                for (var j = i + 1; j < names.Count; j++)
                {
                    yield return new(ClashKind.Same, names[i], names[j]);
                }
            }
        }
    }

    private static IEnumerable<Pair> Decoded(ILookup<string, BorneName> byText) =>
        from text in byText
        from name in text
        let decoded = Text(name.Name, t => t.DecodedTerm ?? t.Term)
        where decoded != text.Key
        from other in byText[decoded]
        select new Pair(ClashKind.Decoded, name, other);

    private static IEnumerable<Pair> Near(ILookup<string, BorneName> byText) =>
        from texts in NearTexts.Pairs([.. byText.Select(g => g.Key).Where(t => t.Length >= LeastForEdits)])
        from one in byText[texts.One]
        from other in byText[texts.Other]
        select new Pair(ClashKind.Near, one, other);

    // A basis is only looked for beside its own indicator, and two names of one thing are no clash.
    private static bool AreComparable(BorneName one, BorneName other) =>
        one.Sort != other.Sort
        || one.Code != other.Code && (one.Sort != NamedSort.Basis || one.Code.Split('/')[0] == other.Code.Split('/')[0]);

    private readonly record struct Pair(ClashKind Kind, BorneName One, BorneName Other);
}
