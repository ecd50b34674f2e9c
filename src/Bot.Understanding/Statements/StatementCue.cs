namespace Bot.Understanding.Statements;

/// <summary>What a phrase does in a report. The phrases are data (<c>statements.vi.json</c>); one may do several things.</summary>
[Flags]
internal enum StatementCue : ulong
{
    None = 0,

    /// <summary>A value follows.</summary>
    Reach = 1UL << 0,

    /// <summary>The value is not exact.</summary>
    About = 1UL << 1,
    AtLeast = 1UL << 2,
    AtMost = 1UL << 3,

    /// <summary>What is to be reached, no result.</summary>
    Target = 1UL << 4,
    Plan = 1UL << 5,

    /// <summary>A condition, a hearsay, a provisional number.</summary>
    Doubt = 1UL << 6,
    Not = 1UL << 7,

    /// <summary>The number is a difference.</summary>
    Change = 1UL << 8,

    /// <summary>What follows is only compared with.</summary>
    Versus = 1UL << 9,

    /// <summary>What the ratio is taken of follows.</summary>
    Basis = 1UL << 10,
    EarlierPeriod = 1UL << 11,

    /// <summary>The number is of others: the country, an average, some unit.</summary>
    OtherScope = 1UL << 12,

    /// <summary>The number is of a part: one field, one level.</summary>
    PartScope = 1UL << 13,

    /// <summary>The unit that was spoken of.</summary>
    ThatUnit = 1UL << 14,

    /// <summary>The unit that was spoken of, where it is of that kind ("toàn tỉnh").</summary>
    ThatKind = 1UL << 15,
    ThoseUnits = 1UL << 16,
    At = 1UL << 17,
    Of = 1UL << 18,

    /// <summary>A unit that follows belongs to a person or a paper and is not the subject.</summary>
    Title = 1UL << 19,
    Person = 1UL << 20,
    Lead = 1UL << 21,
    Team = 1UL << 22,
    Visit = 1UL << 23,
    NoVisit = 1UL << 24,
    Issue = 1UL << 25,
    Lacks = 1UL << 26,
    Late = 1UL << 27,
    InFull = 1UL << 28,
    PlanHead = 1UL << 29,
    ProjectHead = 1UL << 30,
    ProjectEnd = 1UL << 31,
    WorkDone = 1UL << 32,
    Works = 1UL << 33,
    Expected = 1UL << 34,
    Respectively = 1UL << 35,
    Each = 1UL << 36,

    /// <summary>Begins the name of something measured.</summary>
    Measure = 1UL << 37,

    /// <summary>A thing that is counted.</summary>
    Noun = 1UL << 38,

    /// <summary>Its first two words say it all.</summary>
    DossierNoun = 1UL << 39,
    Rank = 1UL << 40,
    Thousand = 1UL << 41,
    Million = 1UL << 42,
    Milliard = 1UL << 43,
    Points = 1UL << 44,

    /// <summary>Counted so, a number is a difference.</summary>
    Steps = 1UL << 45,

    /// <summary>The number that follows is a label.</summary>
    Numbered = 1UL << 46,

    /// <summary>Counted so, a number is no figure of the field.</summary>
    Uncounted = 1UL << 47,
    Turn = 1UL << 48,
    Achievement = 1UL << 49,
    Limitation = 1UL << 50,
    Recommendation = 1UL << 51,
    ListHead = 1UL << 52,
    ItemStart = 1UL << 53,

    /// <summary>A value in words.</summary>
    Words = 1UL << 54,

    /// <summary>Changes nothing in what is measured.</summary>
    Filler = 1UL << 55,

    /// <summary>Begins a unit's name.</summary>
    Head = 1UL << 56,

    /// <summary>Begins the name of an index, whose points are its per cent.</summary>
    Index = 1UL << 57,

    /// <summary>Units of no certain number: a group only where a sentence begins with it.</summary>
    AnyUnits = 1UL << 58,

    /// <summary>Begins a remark where a judgement follows.</summary>
    NounStart = 1UL << 59,

    /// <summary>Somebody says what follows.</summary>
    Speech = 1UL << 60,

    /// <summary>A share of something is meant.</summary>
    Rate = 1UL << 61,

    /// <summary>A part of the number before follows.</summary>
    Among = 1UL << 62,

    /// <summary>A unit that follows is met on the way and is not the subject.</summary>
    Toward = 1UL << 63,
}
