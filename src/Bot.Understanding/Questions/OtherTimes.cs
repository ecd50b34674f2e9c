using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Understanding.Dialogues;

namespace Bot.Understanding.Questions;

/// <summary>"quý 1/2025 … năm 2009": what is asked for is of one time, and the other must not be dropped.</summary>
internal static class OtherTimes
{
    /// <summary>Whether the span is a time of which nothing is asked, beside one of which something is.</summary>
    public static bool Has(Sentence sentence, PeriodSpan span, Draft draft) =>
        span.Mention is { To: null, Until: false, YearGuessed: false, Period: { Kind: not PeriodKind.Day } named }
        && draft.Queries.All(query =>
            query is StoreQuery asked
            && Times(asked) is { Count: > 0 } meant
            && meant.TrueForAll(time => IsApart(named, time))
            && sentence.Periods.Any(other => meant.Exists(time => !IsApart(other.Period, time)))
        );

    // The times that the answer is about; none where they may be of several sorts.
    private static List<Period> Times(StoreQuery query) =>
        query switch
        {
            ChangeQuery { From: { } from, To: { } to } => [from, to],
            TrendQuery { From: { } from, To: { } to } => [from, to],
            // "kế hoạch năm 2023 đến hạn tháng 2/2024": its own time, and that of its deadline.
            ObligationsQuery { DueFrom: not null } or ObligationsQuery { DueTo: not null } => [],
            _ => Subject.Of(query).Period is { } period ? [period] : [],
        };

    private static bool IsApart(Period one, Period other) => one.Last < other.First || other.Last < one.First;
}
