namespace Bot.Indicators.Periods;

/// <summary>The length of a period.</summary>
public enum PeriodKind
{
    /// <summary>A calendar year, <c>2023</c>.</summary>
    Year,

    /// <summary>Half a year, <c>2023-S1</c>.</summary>
    Half,

    /// <summary>A quarter, <c>2023-Q1</c>.</summary>
    Quarter,

    /// <summary>A month, <c>2023-03</c>.</summary>
    Month,

    /// <summary>A state on one day, <c>2023-03-28</c>.</summary>
    Day,

    /// <summary>Several years, <c>2021/2025</c>; a period of its own.</summary>
    SpanOfYears,

    /// <summary>Several months, cumulative, <c>2023-01/2023-07</c>; a period of its own.</summary>
    SpanOfMonths,
}
