using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Of which time a number is: the one that its own words name, then the sentence's, then the one the text speaks of.</summary>
internal sealed class Timing(Scene scene, Clause clause)
{
    /// <summary>The time, or why none is certain.</summary>
    public (Period? Period, OpenReason Reason) Of(Phrase phrase, IReadOnlyList<UnitMark> units)
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
            return (scene.PeriodNear(clause.Passage.Paragraph, units), OpenReason.NoPeriod);
        }

        // "tính đến hết tháng 8": since when is not said.
        return
            own is [var only]
            && (!only.Mention.Until || only.Mention.Period.Kind == PeriodKind.Day || TargetReading.IsTarget(clause, phrase))
            ? (PeriodOf(only), OpenReason.NoPeriod)
            : (null, OpenReason.NoPeriod);
    }

    /// <summary>Whether the number's own words name a time.</summary>
    public bool IsNamed(Phrase phrase) => Named(phrase.From, phrase.To).Count > 0;

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
            : mention.Period.Kind == PeriodKind.Day ? WholeMonths(mention.Period.First, to.Last)
            : mention.Period.Kind == PeriodKind.Year ? Period.SpanOfYears(mention.Period.First.Year, to.Last.Year)
            : mention.Period.Kind == PeriodKind.Month
                ? Period.SpanOfMonths(mention.Period.First.Year, mention.Period.First.Month, to.Last.Year, to.Last.Month)
            : null;
    }

    // "từ ngày 01/01 đến ngày 31/5": days that are whole months are those months; no other span of days is a period.
    private static Period? WholeMonths(DateOnly first, DateOnly last) =>
        first.Day != 1 || last.AddDays(1).Day != 1 ? null
        : (first.Year, first.Month) == (last.Year, last.Month) ? Period.Month(first.Year, first.Month)
        : first.Year != last.Year ? Period.SpanOfMonths(first.Year, first.Month, last.Year, last.Month)
        : (first.Month, last.Month) switch
        {
            (1, 12) => Period.Year(first.Year),
            (1, 6) or (7, 12) => Period.Half(first.Year, last.Month / 6),
            (1, 3) or (4, 6) or (7, 9) or (10, 12) => Period.Quarter(first.Year, last.Month / 3),
            _ => Period.SpanOfMonths(first.Year, first.Month, last.Year, last.Month),
        };

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
