using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Questions.Frames;

namespace Bot.Understanding.Dialogues;

/// <summary>The indicator, basis, plan or report that a follow-up names.</summary>
internal sealed record NamedTopic
{
    private const int Offered = 3;

    /// <summary>The indicators that can be meant, with the bases that are named; empty where none is named.</summary>
    public ValueList<(IndicatorCode? Indicator, ValueList<BasisCode> Bases)> Readings { get; private init; }

    /// <summary>The bases of the indicator before that are named.</summary>
    public ValueList<BasisCode> Bases { get; private init; }

    /// <summary>The plans or reports that can be meant.</summary>
    public ValueList<ObligationTypeCode> Types { get; private init; }

    /// <summary>The words that the names explain.</summary>
    public ulong Explained { get; private init; }

    /// <summary>Whether all bases are asked for.</summary>
    public bool IsOfAllBases { get; private init; }

    public bool NamesBasis => IsOfAllBases || !Bases.IsEmpty || Readings.Any(r => !r.Bases.IsEmpty);

    public bool IsNamed => IsOfAllBases || !Readings.IsEmpty || !Bases.IsEmpty || !Types.IsEmpty;

    /// <summary>The named topic; null where it is not clear what is pointed at.</summary>
    public static NamedTopic? Of(QuestionParts parts, StoreQuery last, Subject before, IReadOnlyList<OrgUnit> named)
    {
        var sentence = parts.Sentence;
        if (sentence.Has(Cue.EarlierIndicator))
        {
            return References.EarlierIndicator(sentence, before) is { } earlier ? new() { Readings = [(earlier, [])] } : null;
        }

        if (sentence.Has(Cue.AllBases) && !before.Indicators.IsEmpty)
        {
            return new() { IsOfAllBases = true };
        }

        if (IsPlan(parts, last) && parts.Plan is { } plan && IsNamedBy(plan))
        {
            return new()
            {
                Types = [.. plan.Best.Take(Offered).Select(c => sentence.Catalogue.ObligationTypes[c.Topic.Index].Code)],
                Explained = plan.Explained,
            };
        }

        if (before.Indicators is [var now, ..] && Basis(parts, now) is { } basis)
        {
            return basis;
        }

        var topic = parts.Indicator is { } whole && IsNamedBy(whole) ? whole : Ellipsis.Of(sentence, before);
        if (topic is null)
        {
            return new();
        }

        var units = named.Count > 0 ? named : [.. (before.Units?.Units ?? []).Select(u => sentence.Catalogue[u])];
        var found = FigureSlots.Indicators(parts, topic, units);
        if (sentence.Has(Cue.Back) && found.FindAll(i => before.Indicators.Contains(i.Indicator.Code)) is { Count: > 0 } returned)
        {
            found = returned;
        }

        return new()
        {
            Readings =
            [
                .. (topic.Best[0].Full == 0 ? Ellipsis.Nearest(found, sentence, before) : found)
                    .Take(Offered)
                    .Select(i => ((IndicatorCode?)i.Indicator.Code, i.Bases)),
            ],
            Explained = topic.Explained,
        };
    }

    // Words that a basis of the last indicator explains as well as another indicator's name does mean the basis.
    private static NamedTopic? Basis(QuestionParts parts, IndicatorCode indicator)
    {
        var sentence = parts.Sentence;
        var cover = sentence.Covers.Find(c =>
            c.Topic.Sort == TopicSort.Indicator && sentence.Catalogue.Indicators[c.Topic.Index].Code == indicator
        );
        if (cover?.Bases is not { } all)
        {
            return null;
        }

        var bases = NamedBases.Of(sentence, sentence.Catalogue[indicator], cover);
        var mask = all.Aggregate(0UL, (m, b) => m | b.Any);
        var only = parts.Indicator is not { } topic || (topic.Explained & ~sentence.GrammarTerms & ~mask) == 0;
        return only && !bases.IsEmpty ? new() { Bases = bases, Explained = cover.All } : null;
    }

    private static bool IsPlan(QuestionParts parts, StoreQuery last) =>
        last is ObligationsQuery && (parts.Leading() == parts.Plan || parts.Indicator?.Best[0].Full is null or 0)
        || last is DefineQuery && parts.Leading() == parts.Plan;

    private static bool IsNamedBy(Topic topic) => topic.Best[0].Full != 0 || topic.LeftOver == 0 && topic.Best[0].Own != 0;
}
