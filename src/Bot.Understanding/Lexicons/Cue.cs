namespace Bot.Understanding.Lexicons;

/// <summary>What a word of the language, not of the catalogue, does in a question. The words themselves are data (<c>cues.vi.json</c>, <c>cues.en.json</c>).</summary>
internal enum Cue
{
    /// <summary>Grammar without a content of its own.</summary>
    Function,

    /// <summary>Address and courtesy.</summary>
    Polite,

    /// <summary>Asks for a quantity or a thing.</summary>
    Ask,

    /// <summary>Asks for one or some of several.</summary>
    Which,

    /// <summary>Asks for a person.</summary>
    Who,

    /// <summary>Asks for a time.</summary>
    When,

    /// <summary>Says that a measure is meant, not which.</summary>
    Measure,

    /// <summary>A kind of units.</summary>
    Departments,
    Districts,
    Communes,
    AnyUnits,

    /// <summary>Several of what follows.</summary>
    Plural,

    /// <summary>Begins, or ends, a unit's name.</summary>
    UnitHead,
    UnitTail,

    /// <summary>A ministry, or another body of the state that is no city's unit.</summary>
    NationalBody,

    /// <summary>The office's own city, without its name.</summary>
    OwnCity,
    Not,
    Except,

    /// <summary>Those that are not left out ("các sở khác"): says nothing without an exclusion.</summary>
    Rest,

    /// <summary>What follows comes beside what was asked before, and not in its place.</summary>
    Add,
    Above,
    Below,
    AtLeast,
    AtMost,
    Equal,
    Versus,
    Compare,
    Better,
    Highest,
    Lowest,
    Best,
    Worst,
    Ranking,

    /// <summary>Which end an order begins with.</summary>
    Ascending,
    Descending,
    SingleValue,
    Median,
    Mean,
    Trend,
    Change,
    YearEarlier,
    PeriodEarlier,
    PeriodLater,
    Newest,
    Target,
    Must,
    Gap,
    Issue,
    Done,
    Missing,
    Late,
    Deadline,
    DueSoon,
    Overdue,
    Waived,
    DocumentNumber,
    State,
    PlanHead,
    ReportHead,
    Achievement,
    Limitation,
    Recommendation,
    AnyFinding,
    Inspect,
    Lead,
    Work,
    ProjectHead,
    Progress,
    Define,
    Source,
    History,
    Why,
    Covered,
    Profile,
    FollowUp,
    Correction,
    Both,
    First,
    Second,
    Third,
    Greeting,
    Thanks,
    Goodbye,
    Acknowledge,
    Help,
    Subscribe,
    Unsubscribe,
    Pause,
    Digest,
    Undelivered,
    OpenQuestions,
    Contacts,
    Preview,
    DueToday,
    Remind,
    Good,
    Bad,
    English,
    Vietnamese,
    OutOfScope,
    Injection,
    Truth,
    Reach,
    Known,

    /// <summary>Takes back what follows it.</summary>
    Denial,

    /// <summary>Points at what was spoken of before.</summary>
    ThatUnit,
    ThoseUnits,
    ThatIndicator,
    ThatPeriod,
    EarlierIndicator,
    EarlierUnit,

    /// <summary>All that the indicator is a share of ("cả hai cách tính"), and no units.</summary>
    AllBases,

    /// <summary>Returns to an earlier question.</summary>
    Back,

    /// <summary>Lets go of what narrowed the last answer.</summary>
    DropCondition,

    /// <summary>The unit of who asks.</summary>
    OwnUnit,

    /// <summary>Weeks, in which something falls due.</summary>
    ThisWeek,
    NextWeek,
}
