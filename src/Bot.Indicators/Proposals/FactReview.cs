namespace Bot.Indicators.Proposals;

/// <summary>A document and what was proposed from it, as it stands now.</summary>
public sealed record DocumentReview
{
    /// <summary>The document's key: a mark of its text.</summary>
    public required string Document { get; init; }

    /// <summary>What it is called: its own title, else the file's name.</summary>
    public required string Title { get; init; }

    /// <summary>The day of publication; null where not said.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Who brought it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>Whether this call brought it; false where the store had this very text already.</summary>
    public bool IsNew { get; init; }

    /// <summary>The proposals by unit, in the order of the document.</summary>
    public required ValueList<ReviewedFact> Facts { get; init; }

    /// <summary>What the reader would not decide.</summary>
    public required ValueList<OpenPassage> Open { get; init; }

    /// <summary>How much was decided so far: a card that was drawn at another count is outdated.</summary>
    public int Version => Facts.Sum(f => f.Version);

    /// <summary>What waits and needs no closer look: what "approve all" approves.</summary>
    public IEnumerable<ReviewedFact> Plain => Facts.Where(f => f.State == ProposalState.Proposed && f.Doubts.IsEmpty);
}

/// <summary>A proposal, what speaks against it, and what became of it.</summary>
public sealed record ReviewedFact
{
    /// <summary>Its key.</summary>
    public required long Id { get; init; }

    /// <summary>What is proposed; after a correction with the corrected value.</summary>
    public required ProposedFact Fact { get; init; }

    /// <summary>The unit that it is about; null where it is about several or all.</summary>
    public OrgUnitCode? Unit { get; init; }

    /// <summary>What became of it.</summary>
    public required ProposalState State { get; init; }

    /// <summary>Counts its decisions: of two who decide on the same state, one is refused.</summary>
    public required int Version { get; init; }

    /// <summary>Why it needs a closer look; empty for one that can be approved with others.</summary>
    public ValueList<FactDoubt> Doubts { get; init; }

    /// <summary>What the store holds in its place; null where it holds nothing.</summary>
    public ProposedFact? Stored { get; init; }

    /// <summary>Who decided last; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When that was; null while nobody has.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The reason that was given; empty where none was.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>What became of a proposal.</summary>
public enum ProposalState
{
    /// <summary>It waits; it answers nothing.</summary>
    Proposed,

    /// <summary>An inspector took it, as it was read or corrected.</summary>
    Approved,

    /// <summary>An inspector refused it.</summary>
    Rejected,

    /// <summary>It was approved and then taken back.</summary>
    Withdrawn,
}

/// <summary>Why a proposal needs a closer look.</summary>
public enum FactDoubt
{
    /// <summary>A language model proposed it: the rules left its words open.</summary>
    ByModel,

    /// <summary>The document does not have the quote at that place, or the quote does not have the number.</summary>
    NotInQuote,

    /// <summary>The store holds another value in its place.</summary>
    OtherStored,

    /// <summary>The same document gives another value for the same thing.</summary>
    SaidTwice,

    /// <summary>It is far from the value of the period before.</summary>
    Jump,

    /// <summary>The number cannot be: out of the range of its unit. It cannot be approved as it is.</summary>
    OutOfRange,

    /// <summary>The unit did not exist in the period. It cannot be approved.</summary>
    OutsideLife,
}

/// <summary>What an inspector decides of a proposal.</summary>
public enum FactAction
{
    /// <summary>It is taken as it is.</summary>
    Approve,

    /// <summary>It is taken with another value, for a reason.</summary>
    Correct,

    /// <summary>It is refused.</summary>
    Reject,

    /// <summary>What was approved is taken back, for a reason.</summary>
    Withdraw,
}

/// <summary>One decision.</summary>
/// <param name="Action">What is decided.</param>
/// <param name="Fact">The proposal.</param>
/// <param name="Version">Its version as the inspector saw it.</param>
/// <param name="Value">The right value for a correction: a number in the unit's form, or words.</param>
/// <param name="Reason">Why; needed to correct and to withdraw.</param>
public sealed record FactDecision(FactAction Action, long Fact, int Version, string Value = "", string Reason = "");

/// <summary>What became of a decision.</summary>
public enum DecisionOutcome
{
    /// <summary>It holds.</summary>
    Done,

    /// <summary>Somebody was faster, or the proposal is not in a state for it; nothing was changed.</summary>
    Outdated,

    /// <summary>The proposal or its correction cannot be taken into the store; nothing was changed.</summary>
    Refused,
}
