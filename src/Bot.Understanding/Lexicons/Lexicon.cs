using System.Runtime.CompilerServices;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>The names of one catalogue, ready to be found in a question. Made once for each snapshot.</summary>
internal sealed class Lexicon
{
    private static readonly ConditionalWeakTable<Catalogue, Lexicon> Made = [];

    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spelled = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _spelledParts;
    private readonly Lazy<NearestNames> _nearestUnits;
    private readonly Lazy<NearestNames> _nearestIndicators;

    private Lexicon(Catalogue catalogue)
    {
        Catalogue = catalogue;
        Reported = new(catalogue);
        _nearestUnits = new(() => new(catalogue.Units.Select(u => u.Names)));
        _nearestIndicators = new(() => new(catalogue.Indicators.Select(i => i.Names)));
        foreach (var unit in catalogue.Units)
        {
            UnitNames.AddTo(Units, unit);
            Learn(unit.Names.Vietnamese);
            Learn(unit.Names.English);
            foreach (var alias in unit.Names.Aliases)
            {
                Learn(alias);
            }
        }

        for (var i = 0; i < catalogue.Indicators.Count; i++)
        {
            var indicator = catalogue.Indicators[i];
            AddTopic(new(TopicSort.Indicator, i), TopicName.Own, indicator.Names);
            for (var k = 0; k < indicator.Bases.Count; k++)
            {
                AddTopic(new(TopicSort.Indicator, i), k, indicator.Bases[k].Names);
            }
        }

        for (var i = 0; i < catalogue.ObligationTypes.Count; i++)
        {
            AddTopic(new(TopicSort.ObligationType, i), TopicName.Own, catalogue.ObligationTypes[i].Names);
        }

        for (var i = 0; i < catalogue.Projects.Count; i++)
        {
            var names = catalogue.Projects[i].Names;
            var english = names.English == names.Vietnamese ? Wordbook.English(names.Vietnamese) : null;
            AddTopic(new(TopicSort.Project, i), TopicName.Own, english is null ? names : names with { English = english });
        }

        foreach (var term in Topics.Vocabulary)
        {
            Slips.Add(term);
        }

        _spelled.UnionWith(Topics.Spelled);
        _spelled.UnionWith(CueBook.Instance.Spelled);
        _spelled.UnionWith(CueBook.Instance.Expansions.Keys);
        _spelledParts = _spelled.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Catalogue Catalogue { get; }

    public Reported Reported { get; }

    public PhraseTrie<UnitName> Units { get; } = new();

    public TopicIndex Topics { get; } = new();

    public Slips Slips { get; } = new();

    public NearestNames NearestUnits => _nearestUnits.Value;

    public NearestNames NearestIndicators => _nearestIndicators.Value;

    /// <summary>Terms of units' names.</summary>
    public HashSet<string> UnitTerms { get; } = new(StringComparer.Ordinal);

    /// <summary>Terms that stand side by side in a unit's name.</summary>
    public HashSet<(string, string)> UnitPairs { get; } = [];

    /// <summary>A term as some unit's name writes it.</summary>
    public string Written(string term) => _written.GetValueOrDefault(term, term);

    /// <summary>Whether two terms stand side by side in any name or cue.</summary>
    public bool KnowsPair(string first, string second) =>
        UnitPairs.Contains((first, second)) || CueBook.Instance.Pairs.Contains((first, second)) || Topics.HasPair(first, second);

    /// <summary>Whether some name or cue has a word that is spelt so without accents.</summary>
    public bool IsSpelled(ReadOnlySpan<char> bare) => _spelledParts.Contains(bare);

    /// <summary>Whether a term stands in any name or cue, or means the same as one that may.</summary>
    public bool Knows(string term) =>
        Topics.Vocabulary.Contains(term)
        || UnitTerms.Contains(term)
        || CueBook.Instance.Terms.Contains(term)
        || CueBook.Instance.Same.ContainsKey(term);

    public static Lexicon Of(Catalogue catalogue) => Made.GetValue(catalogue, static c => new Lexicon(c));

    private void AddTopic(TopicKey topic, int basis, Names names)
    {
        Topics.Add(topic, basis, names.Vietnamese);
        Topics.Add(topic, basis, names.English);
        foreach (var alias in names.Aliases)
        {
            Topics.Add(topic, basis, alias);
        }
    }

    private void Learn(string name)
    {
        var before = "";
        foreach (var token in Tokeniser.Split(name).Where(t => t.Sort == TokenSort.Word))
        {
            UnitTerms.Add(token.Term);
            _spelled.Add(token.Bare);
            Slips.Add(token.Term);
            UnitPairs.Add((before, token.Term));
            _written.TryAdd(token.Term, name[token.Start..token.End]);
            before = token.Term;
        }
    }
}
