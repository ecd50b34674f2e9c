using Bot.Indicators;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions.Frames;

/// <summary>The slots of a question about figures: one or several indicators with the bases that are named.</summary>
internal static class FigureSlots
{
    public static readonly CueSet Plain = Draft.Cues(
        Cue.Newest,
        Cue.Reach,
        Cue.Versus,
        Cue.Departments,
        Cue.Districts,
        Cue.Communes,
        Cue.AnyUnits,
        Cue.Which,
        Cue.OwnCity,
        Cue.State,
        Cue.Work,
        Cue.ReportHead
    );

    /// <summary>The indicators that the words fit, those first that have figures for the units.</summary>
    public static List<(Indicator Indicator, ValueList<BasisCode> Bases)> Indicators(QuestionParts parts, IReadOnlyList<OrgUnit> units) =>
        parts.Indicator is { } topic ? Indicators(parts, topic, units) : [];

    /// <summary>The indicators of a topic, those first that have figures for the units.</summary>
    public static List<(Indicator Indicator, ValueList<BasisCode> Bases)> Indicators(
        QuestionParts parts,
        Topic topic,
        IReadOnlyList<OrgUnit> units
    )
    {
        var sentence = parts.Sentence;
        var found = new List<(Indicator Indicator, ValueList<BasisCode> Bases)>();
        foreach (var cover in topic.Best)
        {
            var indicator = sentence.Catalogue.Indicators[cover.Topic.Index];
            found.Add((indicator, NamedBases.Of(sentence, indicator, cover)));
        }

        if (
            found.Count == 1
            && units.Count > 0
            && !IsEverReported(parts, found[0].Indicator)
            && Neighbours(parts, topic, units) is { Count: > 0 } others
        )
        {
            found.InsertRange(0, others);
            return found;
        }

        if (found.Count > 1 && units.Count > 0 && found.FindAll(f => HasFigures(parts, f.Indicator, units)) is { Count: > 0 } some)
        {
            return some;
        }

        return found;
    }

    public static bool HasFigures(QuestionParts parts, Indicator indicator, IReadOnlyList<OrgUnit> units) =>
        units.Any(u => parts.Sentence.Catalogue.HasFigures(u.Code, indicator.Code));

    /// <summary>Whether the store knows anything of that indicator, whoever reported it.</summary>
    public static bool IsEverReported(QuestionParts parts, Indicator indicator) =>
        parts.Sentence.Lexicon.Reported.UnitsWith(indicator.Code).Length > 0;

    public static Func<OrgUnit, bool> Known(QuestionParts parts)
    {
        var indicators = parts.Indicator?.Indicators(parts.Sentence) ?? [];
        return indicators.Any(i => IsEverReported(parts, i))
            ? unit => indicators.Any(i => parts.Sentence.Catalogue.HasFigures(unit.Code, i.Code))
            : unit => Knowledge.Of(parts.Sentence.Catalogue, unit);
    }

    // Nobody ever reported what the words name in full, and the same words stand in the names of what is reported.
    private static List<(Indicator, ValueList<BasisCode>)> Neighbours(QuestionParts parts, Topic topic, IReadOnlyList<OrgUnit> units)
    {
        var explained = topic.Explained & ~parts.Sentence.GrammarTerms;
        return
        [
            .. parts
                .Sentence.Covers.Where(c => c.Topic.Sort == TopicSort.Indicator && (explained & ~c.Own) == 0 && !topic.Best.Contains(c))
                .Select(c => parts.Sentence.Catalogue.Indicators[c.Topic.Index])
                .Where(i => HasFigures(parts, i, units))
                .Take(2)
                .Select(i => (i, (ValueList<BasisCode>)[])),
        ];
    }
}
