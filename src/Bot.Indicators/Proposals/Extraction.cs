namespace Bot.Indicators.Proposals;

/// <summary>What a reader made of a document: facts to be approved, and what it would not decide.</summary>
/// <param name="Facts">The facts, in the order of the document.</param>
/// <param name="Open">The passages that hold a figure, plan or unit that it could not place, in the order of the document.</param>
public sealed record Extraction(ValueList<ProposedFact> Facts, ValueList<OpenPassage> Open)
{
    /// <summary>The day of publication that the document states; null where it states none.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The document's title; empty where it has none.</summary>
    public string Title { get; init; } = "";
}

/// <summary>A passage that is shown as a question and never filed on a guess.</summary>
/// <param name="Quote">The passage.</param>
/// <param name="Reason">What is not certain.</param>
/// <param name="Named">The words in question: the unknown unit's name, the number.</param>
/// <param name="Nearest">Names of the catalogue that come nearest; empty where none does.</param>
public sealed record OpenPassage(Quote Quote, OpenReason Reason, string Named, ValueList<string> Nearest);

/// <summary>Why a passage was left open.</summary>
public enum OpenReason
{
    /// <summary>It names a unit that the catalogue does not have.</summary>
    UnknownUnit,

    /// <summary>It does not say, or not for certain, whose figure it is.</summary>
    NoUnit,

    /// <summary>Its number belongs to no indicator of the catalogue, or to several.</summary>
    NoIndicator,

    /// <summary>What the ratio is taken of is not certain.</summary>
    NoBasis,

    /// <summary>The period is not certain.</summary>
    NoPeriod,

    /// <summary>The number is out of the range of the indicator's unit.</summary>
    OutOfRange,

    /// <summary>The document gives two values of the same thing.</summary>
    Contradiction,

    /// <summary>Pages that are pictures of text: nothing of them was read. The quote is empty; the pages are named.</summary>
    Picture,

    /// <summary>It is a claim about others, a plan or a condition, not a recorded fact.</summary>
    NotAFact,
}
