namespace Bot.Understanding.Periods;

/// <summary>What a word does in a time. The words themselves are data (<c>times.json</c>).</summary>
internal enum TimeWord
{
    Quarter,
    Month,
    Year,
    Day,
    Half,
    PartOfDay,
    Beginning,
    End,
    Whole,
    From,
    To,
    And,

    /// <summary>Before a term to reach something by.</summary>
    Until,

    /// <summary>Before two numbers that are a day and a month.</summary>
    On,

    /// <summary>Only introduces a time.</summary>
    Within,

    /// <summary>Introduces a time at the very beginning of it only.</summary>
    Own,

    /// <summary>Joins a part of a year to its year.</summary>
    Of,
    Now,
    OrdinalEnding,

    /// <summary>After the quarter or month that they tell from others.</summary>
    This,
    Last,

    /// <summary>After the word for a year.</summary>
    ThisYear,
    LastYear,

    /// <summary>After a numbered quarter: it is told from another one.</summary>
    Before,
    YearBeforeLast,
    That,

    /// <summary>Before the quarter, month or year, as in English.</summary>
    ThisOne,
    LastOne,
    First,
    Second,

    /// <summary>Of a year's parts the last.</summary>
    Ending,

    /// <summary>Between the ends of a range, without meaning.</summary>
    Filler,
}

/// <summary>The same of several words in a row.</summary>
internal enum TimePhrase
{
    /// <summary>A stretch of time between two ends, and not the step from one to the other.</summary>
    Stretch,

    /// <summary>Before two ends.</summary>
    Range,
    UntilEnd,

    /// <summary>"tính đến", "kỳ báo cáo", "as of": only introduces a time.</summary>
    Counted,
    JustGone,
    StartOfYear,

    /// <summary>Of a year's parts the first, after the word for the part.</summary>
    FirstOfYear,
    YearToDate,
    ToNow,
}
