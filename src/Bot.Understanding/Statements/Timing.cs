using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Of which time a number is: the one that its own words name, then the sentence's, then the one the text speaks of.</summary>
internal sealed class Timing(Scene scene, Clause clause)
{
    /// <summary>The time, or why none is certain.</summary>
    public (Period? Period, OpenReason Reason) Of(Phrase phrase)
    {
        var own = Named(phrase.From, phrase.To);
        if (own.Count == 0)
        {
            own = Named(clause.Passage.From, phrase.From);
        }

        if (own.Count > 1 && own.Find(p => p.Mention.Until) is { } until && TargetReading.IsTarget(clause, phrase))
        {
            own = [until];
        }

        if (own.Count == 0)
        {
            return (scene.PeriodNear(clause.Passage.Paragraph), OpenReason.NoPeriod);
        }

        return own is [var only] ? (PeriodOf(only), OpenReason.NoPeriod) : (null, OpenReason.NoPeriod);
    }

    /// <summary>The time of a mention; null where it is no one period or its year is not certain.</summary>
    public Period? PeriodOf(PeriodMark mark) => PeriodOf(scene, mark);

    /// <inheritdoc cref="PeriodOf(PeriodMark)"/>
    public static Period? PeriodOf(Scene scene, PeriodMark mark)
    {
        if (mark.Sort == TimeSort.Now)
        {
            return scene.AsOf is { } day ? Period.Day(day) : null;
        }

        var mention = mark.Mention;
        if (mark.Sort == TimeSort.Running || mention.YearGuessed && scene.Latest is null)
        {
            return null;
        }

        if (mention.To is not { } to)
        {
            return mention.Period;
        }

        return mention.Between ? null
            : mention.Period.Kind == PeriodKind.Year ? Period.SpanOfYears(mention.Period.First.Year, to.Last.Year)
            : mention.Period.Kind == PeriodKind.Month
                ? Period.SpanOfMonths(mention.Period.First.Year, mention.Period.First.Month, to.Last.Year, to.Last.Month)
            : null;
    }

    private List<PeriodMark> Named(int from, int to)
    {
        List<PeriodMark> named = [];
        foreach (var mark in clause.Marks.OfType<PeriodMark>())
        {
            if (
                mark.Start >= from
                && mark.End <= to
                && !mark.Compared
                && !clause.Has(StatementCue.PlanHead, clause.Before(mark.Start, clause.Passage.From), mark.Start)
                && !named.Exists(n => n.Mention.Period == mark.Mention.Period && n.Mention.To == mark.Mention.To)
            )
            {
                named.Add(mark);
            }
        }

        return named;
    }
}
