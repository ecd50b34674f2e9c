using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Learning;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>Checks a name that a person gives to a unit or an indicator, before it is taken.</summary>
public static class NameChoice
{
    /// <summary>The alias where it can be taken; else the fault.</summary>
    public static (Alias? Alias, AliasFault? Fault) Of(AliasForm form, Catalogue catalogue)
    {
        var name = string.Join(' ', form.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is < 2 or > Alias.LongestName)
        {
            return (null, AliasFault.Length);
        }

        if (name.Contains('|', StringComparison.Ordinal))
        {
            return (null, AliasFault.Bar);
        }

        if (IsCommon(name))
        {
            return (null, AliasFault.CommonWords);
        }

        var (units, indicators) = Called(form.Bearer, catalogue);
        if (units.Count + indicators.Count == 0)
        {
            return (null, AliasFault.UnknownBearer);
        }

        // Units that bear one name one after the other all get the new one: the period of a question chooses among them.
        if (units.Count > 0 && indicators.Count > 0 || indicators.Count > 1 || units.DistinctBy(u => u.Names.Vietnamese).Count() > 1)
        {
            return (null, AliasFault.SeveralBearers);
        }

        return units.Select(u => u.Names).Concat(indicators.Select(i => i.Names)).All(n => Bears(n, name))
            ? (null, AliasFault.Known)
            : (Of(name, units, indicators), null);
    }

    /// <summary>The alias of those who bear it now; null where nobody is called so.</summary>
    public static Alias? Borne(AliasForm form, Catalogue catalogue)
    {
        var (units, indicators) = Called(form.Bearer, catalogue);
        return units.Count + indicators.Count == 0 ? null : Of(form.Name, units, indicators);
    }

    /// <summary>What the alias is like in the catalogue that holds it already.</summary>
    public static IEnumerable<AliasClash> Clashes(Alias alias, Catalogue would)
    {
        var codes = alias.Units.Select(u => u.Value).Concat(alias.Indicator is { } indicator ? [indicator.Value] : []).ToList();
        return LexiconLint
            .Of(would)
            .SelectMany(c => (IEnumerable<(BorneName Mine, BorneName Other)>)[(c.One, c.Other), (c.Other, c.One)])
            .Where(p => p.Mine.Name == alias.Name && codes.Contains(p.Mine.Code) && !codes.Contains(p.Other.Code))
            .Select(p => p.Other)
            .DistinctBy(o => (o.Sort, o.Code))
            .Select(o => new AliasClash(o.Name, Bearer(o, would)));
    }

    private static string Bearer(BorneName name, Catalogue catalogue) =>
        name.Sort switch
        {
            NamedSort.Unit => catalogue.Unit(name.Code)?.Names.Vietnamese,
            NamedSort.Indicator => catalogue.Indicator(name.Code)?.Names.Vietnamese,
            NamedSort.Basis => catalogue.Indicator(name.Code.Split('/')[0])?.Names.Vietnamese,
            NamedSort.ObligationType => catalogue.ObligationTypes.FirstOrDefault(t => t.Code.Value == name.Code)?.Names.Vietnamese,
            _ => null,
        } ?? name.Name;

    private static Alias Of(string name, List<OrgUnit> units, List<Indicator> indicators) =>
        new(name, [.. units.Select(u => u.Code)], indicators.Count == 1 ? indicators[0].Code : null);

    private static (List<OrgUnit> Units, List<Indicator> Indicators) Called(string bearer, Catalogue catalogue)
    {
        var key = LexiconLint.TextOf(bearer);
        return key.Length == 0
            ? ([], [])
            : (
                [.. catalogue.Units.Where(u => IsCalled(u.Code.Value, u.Names, key))],
                [.. catalogue.Indicators.Where(i => IsCalled(i.Code.Value, i.Names, key))]
            );
    }

    private static bool IsCalled(string code, Names names, string key) =>
        LexiconLint.TextOf(code) == key
        || ((string[])[names.Vietnamese, names.English, .. names.Aliases]).Any(n => LexiconLint.TextOf(n) == key);

    private static bool Bears(Names names, string name) =>
        names.Vietnamese == name || names.English == name || names.Aliases.Contains(name);

    // "đơn vị", "năm nay": as a name it would be found in every question.
    private static bool IsCommon(string name)
    {
        var tokens = Tokeniser.Split(name);
        var matches = new List<PhraseMatch<(CueSet, Language)>>();
        CueBook.Instance.Trie.Match(tokens, 0, matches);
        return matches.Exists(m => m.End == tokens.Length) || tokens.Any(t => t.Sort == TokenSort.Number) && tokens.Length < 3;
    }
}
