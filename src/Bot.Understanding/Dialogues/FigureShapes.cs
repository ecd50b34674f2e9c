using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>The shape that a follow-up on a figure asks for: the figure, its target, its change, its course, or its place among others.</summary>
internal static class FigureShapes
{
    /// <summary>The cues that choose the shape.</summary>
    public static readonly CueSet Used = Draft.Cues(
        Cue.Target,
        Cue.Gap,
        Cue.Change,
        Cue.Trend,
        Cue.Highest,
        Cue.Lowest,
        Cue.Best,
        Cue.Worst,
        Cue.Why
    );

    /// <summary>The query over the edited slots; <paramref name="before"/> is the period of the last query.</summary>
    public static StoreQuery Of(QuestionParts parts, ValueQuery slots, Period? before)
    {
        var sentence = parts.Sentence;
        var indicator = slots.Indicators[0];
        if (sentence.Has(Cue.Target) && parts.Indicator is null)
        {
            return new TargetQuery
            {
                Indicators = slots.Indicators,
                Units = slots.Units,
                Bases = slots.Bases,
                Period = slots.Period,
            };
        }

        if (sentence.Has(Cue.Highest) || sentence.Has(Cue.Lowest))
        {
            return new RankQuery
            {
                Indicator = indicator,
                Units = parts.Kind ?? UnitSet.All,
                Basis = slots.Bases.Count == 1 ? slots.Bases[0] : null,
                Period = slots.Period,
                End = sentence.Has(Cue.Lowest) ? RankEnd.Lowest : RankEnd.Highest,
                Count = 1,
            };
        }

        if (slots.Units.Only is { } unit && sentence.Has(Cue.Trend))
        {
            return new TrendQuery
            {
                Indicator = indicator,
                Unit = unit,
                Bases = slots.Bases,
            };
        }

        if (slots.Units.Only is not null && IsHeldAgainst(sentence))
        {
            return new ChangeQuery
            {
                Indicator = indicator,
                Units = slots.Units,
                Bases = slots.Bases,
                From = slots.Period == before ? null : slots.Period,
                To = before,
                Against = sentence.Has(Cue.YearEarlier) ? ChangeAgainst.YearEarlier : ChangeAgainst.Previous,
            };
        }

        return slots.Units.Only is null && slots.Indicators.Count == 1
            ? new CompareQuery
            {
                Indicator = indicator,
                Units = slots.Units,
                Bases = slots.Bases,
                Period = slots.Period,
            }
            : slots;
    }

    // "so với cùng kỳ", "compared with the quarter before": the figure beside the other one, not the other one instead.
    private static bool IsHeldAgainst(Sentence sentence) =>
        sentence.Has(Cue.Change)
        || (sentence.Has(Cue.Versus) || sentence.Cues.Any(c => c.Has(Cue.YearEarlier) && sentence.Tokens[c.Start].Bare == "so"))
            && (sentence.Has(Cue.YearEarlier) || sentence.Has(Cue.PeriodEarlier) || sentence.Periods.Count > 0);
}
