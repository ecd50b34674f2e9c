using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>
/// A query with the slots that a fragment names put in, and no other changed. A new indicator drops the basis; a new unit keeps
/// indicator, basis and period.
/// </summary>
internal static class Edits
{
    private const int Offered = 3;

    private static readonly CueSet Allowed = Draft.Cues(
        Cue.FollowUp,
        Cue.Correction,
        Cue.Departments,
        Cue.Districts,
        Cue.Communes,
        Cue.AnyUnits,
        Cue.Which,
        Cue.State,
        Cue.Reach,
        Cue.Plural,
        Cue.Back,
        Cue.Truth,
        Cue.Good
    );

    private static readonly CueSet Pointers = Draft.Cues(
        Cue.ThatIndicator,
        Cue.ThatPeriod,
        Cue.EarlierIndicator,
        Cue.DropCondition,
        Cue.AllBases,
        Cue.Both,
        Cue.First,
        Cue.Second,
        Cue.Third
    );

    /// <summary>The edited query; null where the fragment names no slot of it; no query where it cannot be placed.</summary>
    public static Draft? Of(QuestionParts parts, StoreQuery last)
    {
        var sentence = parts.Sentence;
        var before = Subject.Of(last);
        var denials = new Denials(sentence);
        var period = NamedPeriod.Of(sentence, before.Period, denials);
        var units = NamedUnits.Of(parts, last, before, period, denials);
        var topic = NamedTopic.Of(parts, last, before, units?.Named ?? []);
        if (units is null || topic is null || !References.AreThere(sentence, before) || period.TooMany || !AreAsUsed(parts, units))
        {
            return new Draft { Queries = [] };
        }

        var used = Allowed.With(Pointers).With(Used(sentence, period, units, topic, denials));
        var made = new List<StoreQuery>();
        var asked = false;
        foreach (var subject in Subjects(sentence.Catalogue, before, units, topic, period))
        {
            var edit = new Edit(parts, last, before, subject, units, topic, period);
            var (queries, cues) = edit.IsFigures ? FigureShapes.Of(edit) : RecordShapes.Of(edit);
            made.AddRange(queries);
            asked = asked || sentence.Cues.Any(c => (c.Cues.Bits & cues.Bits) != 0 && !sentence.IsExplained(c, topic.Explained));
            used = used.With(cues);
        }

        var named = units.IsNamed || topic.IsNamed || period.IsNamed || sentence.KnownOn is not null || References.Has(sentence);
        var found = made.Distinct().Take(Offered).ToList();
        if (found.Count == 0)
        {
            return named ? new Draft { Queries = [] } : null;
        }

        return found.Count == 1 && found[0] == last && !named && !asked
            ? null
            : new Draft
            {
                Queries = [.. found],
                // A course over many units is that of one of them, and which is not said.
                Asks = found.Count > 1 || found[0] is TrendQuery && before.Unit is null && units.Named.Count == 0,
                What = WhatIsOpen(found, before, topic, period),
                Explained = topic.Explained,
                Used = used,
                UsesNumbers = FigureShapes.UsesNumber(parts, topic.Explained),
                Inherited = found.Count == 1 ? Inheritance.Kept(last, found[0], units, topic, period) : [],
                Dropped = found.Count == 1 ? Inheritance.Dropped(last, found[0], topic, period) : [],
            };
    }

    // Each way in which the named slots can be meant.
    private static IEnumerable<Subject> Subjects(
        Catalogue catalogue,
        Subject before,
        NamedUnits units,
        NamedTopic topic,
        NamedPeriod period
    )
    {
        foreach (var set in units.Readings.IsEmpty ? [before.Units] : units.Readings.ToArray())
        {
            foreach (var what in topic.Readings.IsEmpty ? [(null, topic.Bases)] : topic.Readings.ToArray())
            {
                var same = what.Indicator is null || before.Indicators.Contains(what.Indicator);
                // The time of an inspection or a plan is no time of a figure.
                var kept = period.Newest || before.Indicators.IsEmpty && what.Indicator is not null ? null : before.Period;
                foreach (var time in period.Readings.IsEmpty ? [kept] : period.Readings.ToArray<Period?>())
                {
                    yield return before with
                    {
                        Units = units.IsNamed || set is null || time is null ? set : Bearers.Then(set, time, catalogue),
                        Indicators = same ? before.Indicators : [what.Indicator!],
                        Bases =
                            topic.IsOfAllBases ? []
                            : !what.Bases.IsEmpty ? what.Bases
                            : same ? before.Bases
                            : [],
                        Period = time,
                    };
                }
            }
        }
    }

    // A unit that is left out needs a set to be left out of.
    private static bool AreAsUsed(QuestionParts parts, NamedUnits units) => parts.Excluded.IsEmpty || units.IsNamed;

    private static CueSet Used(Sentence sentence, NamedPeriod period, NamedUnits units, NamedTopic topic, Denials denials)
    {
        var used = new CueSet();
        used = denials.IsHarmless ? used.With(Draft.Cues(Cue.Not, Cue.Denial)) : used;
        used = period.IsNamed ? used.With(Draft.Cues(Cue.Newest, Cue.YearEarlier, Cue.PeriodEarlier, Cue.PeriodLater)) : used;
        used = units.IsCity ? used.With(CueSet.Of(Cue.OwnCity)) : used;
        used = units.HasExcluded ? used.With(Draft.Cues(Cue.Except, Cue.Rest)) : used;
        used = units.IsBeside ? used.With(Draft.Cues(Cue.Versus, Cue.Compare, Cue.Better, Cue.Add)) : used;
        // "trên thủ tục đủ điều kiện": with no number it is no comparison.
        return !topic.NamesBasis ? used
            : sentence.Numbers.Count > 0 ? used.With(CueSet.Of(Cue.Versus))
            : used.With(Draft.Cues(Cue.Versus, Cue.Above));
    }

    private static ClarifyWhat WhatIsOpen(List<StoreQuery> found, Subject before, NamedTopic topic, NamedPeriod period) =>
        topic.Readings.Count > 1 ? ClarifyWhat.Indicator
        : topic.Types.Count > 1 ? ClarifyWhat.ObligationType
        : period.Readings.Count > 1 ? ClarifyWhat.Period
        : found is [TrendQuery, ..] && before.Units is not { IsNamed: true } ? ClarifyWhat.MissingUnit
        : ClarifyWhat.Unit;
}
