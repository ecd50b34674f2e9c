using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions.Frames;

/// <summary>Questions that name no indicator: what is reported at all, a unit at a glance, or the question which indicator is meant.</summary>
internal static class UnitFrame
{
    private static readonly CueSet Used = FigureSlots.Plain.With(
        Draft.Cues(Cue.Profile, Cue.Covered, Cue.Not, Cue.Who, Cue.Truth, Cue.Must, Cue.ReportHead, Cue.Issue)
    );

    // All of a unit leaves nothing out and denies nothing.
    private static readonly CueSet OfAll = FigureSlots.Plain.With(
        Draft.Cues(Cue.Profile, Cue.Covered, Cue.Who, Cue.Truth, Cue.Must, Cue.ReportHead, Cue.Issue)
    );

    /// <summary>Who has reported an indicator; which indicators a unit has reported.</summary>
    public static Draft? Coverage(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (
            !sentence.Has(Cue.Covered, parts.Explained) && !CountsReports(parts)
            || parts.Units(parts.Period, u => Knowledge.Of(sentence.Catalogue, u)) is not { } units
        )
        {
            return null;
        }

        var who = sentence.Has(Cue.Which) || sentence.Has(Cue.Who) || parts.Kind is not null;
        if (parts.Indicator is { } topic && !who || parts.Indicator is null && units.Count == 0)
        {
            return null;
        }

        var set = units.Count > 0 ? UnitSet.Of([.. units.Select(u => u.Code)]) : parts.Kind ?? UnitSet.All;
        var indicators = parts.Indicator?.Indicators(sentence) ?? [];
        return new Draft
        {
            Queries = indicators.IsEmpty
                ? [new CoverageQuery { Units = set, Period = parts.Period }]
                :
                [
                    .. indicators
                        .Take(3)
                        .Select(i =>
                            (Query)
                                new CoverageQuery
                                {
                                    Indicator = i.Code,
                                    Units = set,
                                    Period = parts.Period,
                                }
                        ),
                ],
            What = ClarifyWhat.Indicator,
            Explained = parts.Indicator?.Explained ?? 0,
            Used = Used,
        };
    }

    // "bao nhiêu sở báo cáo …", "sở nào báo cáo …": of an indicator, to report is to have a figure.
    private static bool CountsReports(QuestionParts parts) =>
        parts.Indicator is { } topic
        && topic.Best[0].Full != 0
        && parts.Sentence.Has(Cue.ReportHead, topic.Explained)
        && parts.Sentence.Cues.Any(c =>
            (c.Has(Cue.Departments) || c.Has(Cue.Districts) || c.Has(Cue.AnyUnits))
            && (
                c.Has(Cue.Which)
                || parts.Sentence.Tokens[c.Start..c.End].Any(t => t.Bare is "bao" or "may")
                || parts.Sentence.CueAt(c.Start - 1)?.Has(Cue.Ask) == true
            )
        );

    /// <summary>Everything known of a unit.</summary>
    public static Draft? Profile(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (
            parts.Indicator is not null
            || parts.Plan is not null
            || sentence.Periods.Count > 0
            || parts.Units(null, u => Knowledge.Of(sentence.Catalogue, u)) is not { Count: 1 } units
        )
        {
            return null;
        }

        var plain = sentence.Cues.All(c =>
            c.Cues.HasOnly(Cue.Function, Cue.Polite, Cue.Ask, Cue.FollowUp, Cue.State) && !IsQuantity(sentence, c) || c.Has(Cue.Profile)
        );
        return sentence.Has(Cue.Profile) || plain && !HasUnknownWords(sentence)
            ? new Draft { Queries = [new ProfileQuery { Unit = units[0].Code }], Used = OfAll }
            : null;
    }

    /// <summary>A figure is asked for, and no indicator is named, or none that is known.</summary>
    public static Draft? Missing(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (parts.Leading() is not null && parts.Indicator is not null || !IsFigureAsked(sentence) || HasUnknownWords(sentence))
        {
            return null;
        }

        var units = parts.Units(parts.Period, u => Knowledge.Of(sentence.Catalogue, u)) ?? [];
        var choices = new List<Query>();
        foreach (var unit in units.Count > 0 ? units : Reporting(sentence))
        {
            foreach (var indicator in sentence.Lexicon.Reported.IndicatorsOf(unit.Code))
            {
                if (choices.Count < 3)
                {
                    choices.Add(
                        new ValueQuery
                        {
                            Indicators = [indicator.Code],
                            Units = UnitSet.Of(unit.Code),
                            Period = parts.Period,
                        }
                    );
                }
            }
        }

        if (choices.Count == 0 && units.Count > 0)
        {
            choices.Add(new CoverageQuery { Units = UnitSet.Of([.. units.Select(u => u.Code)]) });
        }

        return choices.Count == 0
            ? null
            : new Draft
            {
                Queries = [.. choices],
                Asks = true,
                What = ClarifyWhat.MissingIndicator,
                Used = Used.With(Claims.Used)
                    .With(Draft.Cues(Cue.Highest, Cue.Lowest, Cue.Compare, Cue.Versus, Cue.Change, Cue.Trend, Cue.Target)),
                UsesNumbers = true,
            };
    }

    private static List<OrgUnit> Reporting(Sentence sentence) => sentence.Lexicon.Reported.First() is { } unit ? [unit] : [];

    private static bool IsFigureAsked(Sentence sentence) =>
        sentence.Has(Cue.Measure)
        || sentence.Has(Cue.Reach)
        || sentence.Units.Count > 0
        || sentence.Has(Cue.Compare)
        || sentence.Has(Cue.Highest)
        || sentence.Has(Cue.Lowest);

    private static bool IsQuantity(Sentence sentence, CueSpan cue) =>
        cue.Has(Cue.Ask)
        && sentence
            .Tokens.Skip(cue.Start)
            .Take(cue.Length)
            .Any(t => t.Bare is "bao" or "may" or "many" or "much" or "high" or "percentage" or "%");

    private static bool HasUnknownWords(Sentence sentence) =>
        sentence.Spans.Any(s =>
            s is UnknownSpan
            && sentence.Tokens[s.Start].Sort == TokenSort.Word
            && !sentence.Units.Any(u => u.Start <= s.Start && s.End <= u.End)
        );
}
