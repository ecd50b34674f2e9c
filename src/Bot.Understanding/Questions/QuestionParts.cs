using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>The slots that most frames need, worked out once for a sentence.</summary>
internal sealed class QuestionParts
{
    public QuestionParts(Sentence sentence)
    {
        Sentence = sentence;
        Indicator = Topic.Of(sentence, TopicSort.Indicator);
        Plan = Topic.Of(sentence, TopicSort.ObligationType);
        Project = Topic.Of(sentence, TopicSort.Project);
        WeakUnits.Accept(sentence, IsAsideOfProjects ? 0 : Explained);
        Kind = UnitKinds.Of(sentence, Explained);
        Excluded = Exclusions.Of(sentence, Explained);
    }

    public Sentence Sentence { get; }

    public Topic? Indicator { get; }

    public Topic? Plan { get; }

    public Topic? Project { get; }

    /// <summary>The kind of units that is asked about; null where none is.</summary>
    public UnitSet? Kind { get; }

    /// <summary>The named units that are excluded.</summary>
    public ValueList<UnitSpan> Excluded { get; }

    /// <summary>What the best topic of any sort explains.</summary>
    public ulong Explained => Leading()?.Explained ?? 0;

    public Period? Period => Sentence.Periods.Count > 0 ? InspectionDays.Span(Sentence.Periods[0]) : null;

    /// <summary>The topic that explains most.</summary>
    public Topic? Leading()
    {
        Topic? best = null;
        foreach (var topic in (ReadOnlySpan<Topic?>)[Indicator, Plan, Project])
        {
            if (
                topic is not null
                && (best is null || Left(topic) < Left(best) || Left(topic) == Left(best) && Weight(topic) > Weight(best))
            )
            {
                best = topic;
            }
        }

        return best;
    }

    // "còn giao thông?" goes on with a unit, though some project has the word in its name.
    private bool IsAsideOfProjects =>
        Project is { } project
        && Leading() == project
        && project.Best[0].Full == 0
        && Sentence.Has(Cue.FollowUp)
        && !Sentence.Has(Cue.ProjectHead)
        && !Sentence.Has(Cue.Progress);

    private static int Left(Topic topic) => Sentence.Count(topic.LeftOver);

    private int Weight(Topic topic) => (Sentence.Count(topic.Explained & ~Sentence.GrammarTerms) * 2) + (topic.Best[0].Full != 0 ? 3 : 0);

    /// <summary>The named units of the question, less the excluded ones; null where a name fits several.</summary>
    public List<OrgUnit>? Units(Period? period, Func<OrgUnit, bool> isKnown)
    {
        var units = new List<OrgUnit>();
        foreach (var span in Sentence.Units)
        {
            if (Excluded.Contains(span) || IsOwnCityOfPrevious(span))
            {
                continue;
            }

            var chosen = UnitChoice.Of(span.Units, period, Sentence.Question.Today, isKnown);
            if (chosen.Count > 1)
            {
                return null;
            }

            if (!units.Contains(chosen[0]))
            {
                units.Add(chosen[0]);
            }
        }

        return units;
    }

    /// <summary>The readings of the first name that fits several units.</summary>
    public List<OrgUnit> Homonyms(Period? period, Func<OrgUnit, bool> isKnown)
    {
        foreach (var span in Sentence.Units)
        {
            var chosen = UnitChoice.Of(span.Units, period, Sentence.Question.Today, isKnown);
            if (chosen.Count > 1)
            {
                return chosen;
            }
        }

        return [];
    }

    // "Sở Y tế TP Cần Thơ": the city is part of the department's name.
    private bool IsOwnCityOfPrevious(UnitSpan span) =>
        span.Units.Any(c => c.Kind is OrgUnitKind.City or OrgUnitKind.Province)
        && Sentence.Units.Any(u =>
            u != span
            && (
                u.End == span.Start
                || span.End == u.Start
                || span.End + 1 == u.Start && Sentence.Tokens[span.End].Word == "'s"
                || u.End + 1 == span.Start && Sentence.Tokens[u.End].Word is "of" or "in" or ","
            )
            && u.Units.Any(d =>
                d.Parent is { } parent
                && span.Units.Any(c => c.Code == parent || c.Names.Vietnamese == Sentence.Catalogue[parent].Names.Vietnamese)
            )
        );
}
