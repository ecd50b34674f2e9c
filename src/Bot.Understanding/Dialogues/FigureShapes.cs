using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Questions.Frames;
using static Bot.Understanding.Dialogues.FigureQueries;

namespace Bot.Understanding.Dialogues;

/// <summary>The shape that a follow-up on figures asks for: the figure, its target, its change, its course, or its place among others.</summary>
internal static class FigureShapes
{
    private static readonly CueSet Targets = Draft.Cues(
        Cue.Target,
        Cue.Must,
        Cue.Gap,
        Cue.Not,
        Cue.Below,
        Cue.Above,
        Cue.Versus,
        Cue.Compare,
        Cue.Missing,
        Cue.Better,
        Cue.When,
        Cue.Who
    );

    private static readonly CueSet Ends = Draft.Cues(Cue.Highest, Cue.Lowest, Cue.Best, Cue.Worst, Cue.Ranking, Cue.Who, Cue.Compare);
    private static readonly CueSet Changes = Draft.Cues(
        Cue.Change,
        Cue.Versus,
        Cue.Compare,
        Cue.Better,
        Cue.YearEarlier,
        Cue.PeriodEarlier
    );
    private static readonly CueSet Courses = Draft.Cues(Cue.Trend, Cue.Change);
    private static readonly CueSet Means = Draft.Cues(Cue.Mean, Cue.Median);

    /// <summary>Whether a number of the fragment is part of what it asks.</summary>
    public static bool UsesNumber(QuestionParts parts, ulong explained) =>
        Claims.Of(parts.Sentence, explained, MeasureUnit.Count) is not null
        || parts.Sentence.Numbers.Count == 1 && (End(parts, explained) is not null || CountsAmong(parts));

    /// <summary>The queries, several where it is open which is meant, and the cues that chose the shape.</summary>
    public static (IReadOnlyList<StoreQuery> Queries, CueSet Used) Of(Edit edit)
    {
        var oneTime = edit.Period is { Ends: null, Against: false };
        if (edit.After.Indicators.IsEmpty)
        {
            return (
                edit.Last is TargetQuery all && oneTime ? [all with { Units = edit.After.Units!, Period = edit.After.Period }] : [],
                Targets
            );
        }

        if (edit.After.Units is not { } units || edit.Before.Indicators.IsEmpty && !edit.Units.IsNamed && edit.Before.Unit is null)
        {
            return ([], new CueSet());
        }

        return oneTime && OfOneTime(edit, units) is { } found ? found : OverTime(edit, units);
    }

    private static (IReadOnlyList<StoreQuery> Queries, CueSet Used)? OfOneTime(Edit edit, UnitSet units)
    {
        // "đơn vị nào chưa đạt?" goes on with the target that was spoken of.
        var goesOn =
            edit.Last is TargetQuery or FilterQuery { Threshold: null } && edit.Sentence.Numbers.Count == 0
            || units.Only is null && edit.Parts.Kind is not null && Outcomes.AreAsked(edit.Sentence);
        if (
            edit.Says(Cue.Target)
            || edit.Says(Cue.Must) && edit.Says(Cue.Ask)
            || goesOn && (edit.Says(Cue.Below) || edit.Says(Cue.Above) || edit.Says(Cue.Reach) || edit.Says(Cue.Gap))
        )
        {
            return ([Target(edit, units)], Targets);
        }

        if (End(edit.Parts, edit.Topic.Explained) is not null || edit.Says(Cue.Ranking))
        {
            return ([Rank(edit, units)], Ends);
        }

        if (edit.Says(Cue.Mean) || edit.Says(Cue.Median))
        {
            // One unit has no mean: that of its kind may be meant, or that of all.
            return (
                units.Only is { } only ? [Aggregate(edit, KindOf(edit, only)), Aggregate(edit, UnitSet.All)] : [Aggregate(edit, units)],
                Means
            );
        }

        if (
            Claims.Of(edit.Sentence, edit.Topic.Explained, edit.Sentence.Catalogue[edit.After.Indicators[0]].Unit) is { } claim
            && edit.After.Indicators.Count == 1
        )
        {
            return (
                [units.Only is null ? Filter(edit, units) with { Threshold = claim } : Value(edit, units) with { Claim = claim }],
                Claims.Used
            );
        }

        return null;
    }

    private static (IReadOnlyList<StoreQuery> Queries, CueSet Used) OverTime(Edit edit, UnitSet units)
    {
        if (edit.Period.Ends is { } ends)
        {
            return edit.Period.Between || SaysChange(edit)
                ? ([Change(edit, units) with { From = ends.From, To = ends.To }], Changes)
                : (Trends(edit, units, ends.From, ends.To), Courses);
        }

        if (IsHeldAgainst(edit))
        {
            // The units are those of the newer time, whoever bore their names at the other.
            return ([Against(edit, edit.Units.IsNamed ? units : edit.Before.Units ?? units)], Changes);
        }

        if (edit.Says(Cue.Trend))
        {
            var within = edit.Period.Readings.Count > 0 ? edit.After.Period : null;
            return (Trends(edit, units, within, within), Courses);
        }

        // "đơn vị nào cao hơn?" of those that stand side by side.
        if (units.Only is null && (edit.Says(Cue.Compare) || edit.Says(Cue.Better) && (edit.Last is CompareQuery || units.IsNamed)))
        {
            return ([Compare(edit, units)], Draft.Cues(Cue.Compare, Cue.Versus, Cue.Better, Cue.Who));
        }

        return (edit.Says(Cue.DropCondition) ? Dropped(edit, units) : SameKind(edit, units), Draft.Cues(Cue.Covered));
    }

    // The kind of the query before, as far as it suits the units that are asked for now.
    private static IReadOnlyList<StoreQuery> SameKind(Edit edit, UnitSet units)
    {
        var several = units.Only is null;
        return edit.Last switch
        {
            TargetQuery q =>
            [
                q with
                {
                    Indicators = edit.After.Indicators,
                    Units = units,
                    Bases = edit.After.Bases,
                    Period = edit.After.Period,
                },
            ],
            ChangeQuery q => [Change(edit, units) with { From = edit.Period.IsNamed ? null : q.From, Against = q.Against }],
            TrendQuery q when !edit.Period.IsNamed => Trends(edit, units, q.From, q.To),
            TrendQuery when edit.After.Period is null or { Kind: Indicators.Periods.PeriodKind.Year } => Trends(
                edit,
                units,
                edit.After.Period,
                edit.After.Period
            ),
            CoverageQuery q when edit.After.Indicators.Count == 1 && several =>
            [
                q with
                {
                    Indicator = edit.After.Indicators[0],
                    Units = units,
                    Period = edit.After.Period,
                },
            ],
            FilterQuery q when several && MayKeep(edit, q) =>
            [
                Filter(edit, units) with
                {
                    Threshold = q.Threshold,
                    MeetsTarget = q.MeetsTarget,
                },
            ],
            FilterQuery { Threshold: null } when !several => [Target(edit, units)],
            FilterQuery { Threshold: { } threshold } q when !several && MayKeep(edit, q) => [Value(edit, units) with { Claim = threshold }],
            RankQuery q when several && !(edit.Units.IsNamed && units.IsNamed) =>
            [
                Rank(edit, units) with
                {
                    End = q.End,
                    Count = CountsAmong(edit.Parts) ? SetFrame.CountOf(edit.Sentence, edit.Topic.Explained, out _) : q.Count,
                },
            ],
            AggregateQuery q when several => [Aggregate(edit, units) with { Function = q.Function }],
            ValueQuery q when !several || edit.After.Indicators.Count > 1 =>
            [
                Value(edit, units) with
                {
                    Claim = edit.IsNewIndicator ? null : q.Claim,
                    KnownOn = edit.Period.Newest ? null : q.KnownOn,
                },
            ],
            _ when several && edit.After.Indicators.Count == 1 => [Compare(edit, units)],
            _ => [Value(edit, units)],
        };
    }

    private static IReadOnlyList<StoreQuery> Dropped(Edit edit, UnitSet units) =>
        edit.Last switch
        {
            FilterQuery => [units.Only is null ? Compare(edit, units) : Value(edit, units)],
            ValueQuery { Claim: not null } or ValueQuery { KnownOn: not null } => [Value(edit, units)],
            RankQuery { Count: > 0 } q => [q with { Count = 0 }],
            _ when !units.Except.IsEmpty => SameKind(edit, units with { Except = [] }),
            _ => [],
        };

    // A number is held against figures of the same measure only.
    private static bool MayKeep(Edit edit, FilterQuery filter) =>
        filter.Threshold is null
        || edit.Sentence.Catalogue[edit.After.Indicators[0]].Unit == edit.Sentence.Catalogue[filter.Indicator].Unit;

    private static StoreQuery Target(Edit edit, UnitSet units) => MetBy(edit, units) as StoreQuery ?? TargetOf(edit, units);

    private static FilterQuery? MetBy(Edit edit, UnitSet units)
    {
        var asksWho =
            edit.Says(Cue.Which)
            || edit.Says(Cue.Who)
            || edit.Parts.Kind is not null
            || edit.Last is FilterQuery && Outcomes.AreAsked(edit.Sentence);
        var states = edit.Says(Cue.Reach) || edit.Says(Cue.Gap) || edit.Says(Cue.Below) || edit.Says(Cue.Above) || edit.Says(Cue.Not);
        return asksWho && states && units.Only is null && edit.After.Indicators.Count == 1
            ? Filter(edit, units) with
            {
                MeetsTarget =
                    !edit.Says(Cue.Not)
                    && !edit.Says(Cue.Below)
                    && !edit.Says(Cue.Missing)
                    && !edit.Sentence.Tokens.Any(t => t.Word is "miss" or "missed"),
            }
            : null;
    }

    // The figure beside the one of another time: "so với cùng kỳ", "compared with the quarter before".
    private static ChangeQuery Against(Edit edit, UnitSet units)
    {
        var other = edit.Period.Readings.IsEmpty ? null : edit.After.Period;
        var (from, to) =
            other is not null && edit.Before.Period is { } before && other.CompareTo(before) > 0
                ? (before, other)
                : (other, edit.Before.Period);
        return Change(edit, units) with
        {
            From = from,
            To = to,
            Against = edit.Says(Cue.YearEarlier) ? ChangeAgainst.YearEarlier : ChangeAgainst.Previous,
        };
    }

    // A course is one unit's; where there are several, which is asked.
    private static IReadOnlyList<StoreQuery> Trends(
        Edit edit,
        UnitSet units,
        Indicators.Periods.Period? from,
        Indicators.Periods.Period? to
    )
    {
        var indicator = edit.After.Indicators[0];
        var codes = units.IsNamed ? units.Units : [.. edit.Sentence.Lexicon.Reported.UnitsWith(indicator).Select(u => u.Code)];
        return
        [
            .. codes.Select(u => new TrendQuery
            {
                Indicator = indicator,
                Unit = u,
                Bases = edit.After.Bases,
                From = from,
                To = to,
            }),
        ];
    }

    // "drop Health" takes the unit away, and asks for no fall.
    private static bool SaysChange(Edit edit) =>
        edit.Sentence.Cues.Any(c =>
            c.Has(Cue.Change) && !(edit.Units.HasExcluded && c.Has(Cue.Except)) && !edit.Sentence.IsExplained(c, edit.Topic.Explained)
        );

    private static bool IsHeldAgainst(Edit edit)
    {
        var time = edit.Period.Readings.Count > 0 || edit.Period.Against;
        return edit.Period.Against
            || SaysChange(edit)
            || time
                && !edit.Units.IsBeside
                && !edit.Topic.NamesBasis
                && (
                    edit.Says(Cue.Versus)
                    || edit.Says(Cue.Compare)
                    || edit.Sentence.Cues.Any(c => c.Has(Cue.YearEarlier) && edit.Sentence.Tokens[c.Start].Bare == "so")
                );
    }
}
