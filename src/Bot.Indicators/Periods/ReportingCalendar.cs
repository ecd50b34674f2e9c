using Bot.Indicators.Obligations;

namespace Bot.Indicators.Periods;

/// <summary>
/// For which days reports really count. Reports on administrative reform are closed in the middle of the month before the period ends, and
/// some periods have none of their own (letter 581/BNV-CCHC); which, is data.
/// </summary>
/// <param name="Rules">The periods that are reported; of the types that they name no other period is owed.</param>
public sealed record ReportingCalendar(ValueList<ReportingRule> Rules)
{
    /// <summary>The first and last day that a report of that type covers: by rule, or the period's own where no rule names the type.</summary>
    public (DateOnly First, DateOnly Last) Days(string type, Period period) =>
        Rule(type, period) is { } rule ? rule.Days(period) : (period.First, period.Last);

    /// <summary>Whether a report of that type is owed for such a period at all.</summary>
    public bool IsReported(string type, Period period) => Rule(type, period) is not null || !Rules.Any(rule => rule.Types.Contains(type));

    /// <summary>The periods of a year for which a type is owed; none where the type does not say how often.</summary>
    public IEnumerable<Period> Periods(ObligationType type, int year) =>
        Of(type.Frequency, year).Where(period => IsReported(type.Code.Value, period));

    /// <summary>
    /// The period that is meant where none is named: the last that has begun by that day; null where nothing tells, as of four quarterly
    /// reports without a known day.
    /// </summary>
    public Period? Current(ObligationType type, DateOnly day) =>
        type.Frequency == "year" || type.Deadline is not null || Rules.Any(rule => rule.Types.Contains(type.Code.Value))
            ? Periods(type, day.Year - 1).Concat(Periods(type, day.Year)).LastOrDefault(period => period.First <= day)
            : null;

    private static IEnumerable<Period> Of(string frequency, int year) =>
        frequency switch
        {
            "year" => [Period.Year(year)],
            "half" => [Period.Half(year, 1), Period.Half(year, 2)],
            "quarter" => Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter)),
            "month" => Enumerable.Range(1, 12).Select(month => Period.Month(year, month)),
            _ => [],
        };

    private ReportingRule? Rule(string type, Period period) =>
        Rules.FirstOrDefault(rule => rule.Types.Contains(type) && rule.IsFor(period));
}

/// <summary>From when to when reports of some types count for one sort of period.</summary>
public sealed record ReportingRule
{
    /// <summary>The obligation types that it is for.</summary>
    public required ValueList<string> Types { get; init; }

    /// <summary>The sort of period.</summary>
    public required PeriodKind Kind { get; init; }

    /// <summary>Which half, quarter or month of the year; 0 for a year.</summary>
    public required int Number { get; init; }

    /// <summary>Month and day of the first day.</summary>
    public required (int Month, int Day) From { get; init; }

    /// <summary>Month and day of the last day, in the period's year.</summary>
    public required (int Month, int Day) To { get; init; }

    /// <summary>Whether it is for that period.</summary>
    public bool IsFor(Period period) => period.Kind == Kind && period.Number == Number;

    /// <summary>The first and last day; the first lies in the year before where it would come after the last.</summary>
    public (DateOnly First, DateOnly Last) Days(Period period)
    {
        var last = new DateOnly(period.EndYear, To.Month, To.Day);
        var first = new DateOnly(period.EndYear, From.Month, From.Day);
        return (first > last ? first.AddYears(-1) : first, last);
    }
}
