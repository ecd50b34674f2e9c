using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>When plans and reports of a type fall due.</summary>
internal static class ObligationDeadlines
{
    /// <summary>The day that the type's rule gives, or the next working day after it; null without a rule.</summary>
    public static DateOnly? ByRule(ObligationType type, Period period, StoreView view) =>
        type.Deadline is { } rule ? view.Catalogue.Calendar.OnOrAfter(rule.For(period)) : null;

    /// <summary>For each asked type the deadline of the asked period, or of the present one.</summary>
    public static IEnumerable<TypeDeadline> Of(ObligationsQuery query, IReadOnlyList<RecordedObligation> recorded, StoreView view)
    {
        foreach (var code in query.Types.AsSpan().ToArray().Distinct())
        {
            var type = view.Catalogue[code];
            foreach (var period in Periods(type, query.Period, view.Today))
            {
                yield return new TypeDeadline(code, period, ByRule(type, period, view) ?? Recorded(type, period, recorded));
            }
        }
    }

    // A type without a rule may still have one day that all records of the period agree on.
    private static DateOnly? Recorded(ObligationType type, Period period, IReadOnlyList<RecordedObligation> recorded)
    {
        DateOnly?[] days =
        [
            .. recorded.Where(o => o.Type.Code == type.Code && o.Period == period).Select(o => o.Deadline).Distinct().Take(2),
        ];
        return days.Length == 1 ? days[0] : null;
    }

    private static IEnumerable<Period> Periods(ObligationType type, Period? asked, DateOnly today) =>
        (asked, type.Frequency) switch
        {
            ({ Kind: PeriodKind.Year }, "quarter") => Enumerable.Range(1, 4).Select(quarter => Period.Quarter(asked.EndYear, quarter)),
            ({ Kind: PeriodKind.Year }, "half") => [Period.Half(asked.EndYear, 1), Period.Half(asked.EndYear, 2)],
            ({ }, _) => [asked],
            (null, "quarter") => [Period.Quarter(today.Year, (today.Month - 1) / 3 + 1)],
            (null, "half") => [Period.Half(today.Year, (today.Month - 1) / 6 + 1)],
            (null, "month") => [Period.Month(today.Year, today.Month)],
            _ => [Period.Year(today.Year)],
        };
}
