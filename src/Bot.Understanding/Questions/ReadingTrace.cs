using Bot.Indicators;
using Bot.Indicators.Readings;

namespace Bot.Understanding.Questions;

/// <summary>How a question was read, part by part, for <c>ask --explain</c>: what was seen, what it was taken for, and what it was not.</summary>
public sealed record ReadingTrace
{
    /// <summary>The outcome.</summary>
    public required Reading Reading { get; init; }

    /// <summary>The words in their three views.</summary>
    public required ValueList<TraceToken> Tokens { get; init; }

    /// <summary>The parts of the question in order, then the topics that its words fit.</summary>
    public required ValueList<TracePart> Parts { get; init; }

    /// <summary>What some words could also have been, and why they are not.</summary>
    public required ValueList<RejectedPart> Rejected { get; init; }

    /// <summary>The readings of the whole question, in the order in which they are tried.</summary>
    public required ValueList<TraceFrame> Frames { get; init; }
}

/// <summary>One word, number or mark.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Accented">With its marks and tone, in one spelling.</param>
/// <param name="Bare">Without them, and without an English ending.</param>
/// <param name="Decoded">What telex or VNI keys spell; null where it holds none.</param>
public sealed record TraceToken(string Typed, string Accented, string Bare, string? Decoded);

/// <summary>One part of a question.</summary>
/// <param name="Words">As typed.</param>
/// <param name="Sort">What sort of thing it was taken for.</param>
/// <param name="Meaning">Its codes, or the value; empty where nothing explains the words.</param>
/// <param name="Strength">How strong the evidence is, 0 to 1.</param>
public sealed record TracePart(string Words, TraceSort Sort, string Meaning, double Strength);

/// <summary>A part that was not taken.</summary>
/// <param name="Part">The part.</param>
/// <param name="Why">Why not.</param>
public sealed record RejectedPart(TracePart Part, WhyRejected Why);

/// <summary>A way to read the whole question.</summary>
/// <param name="Name">The kind of question.</param>
/// <param name="Reading">What it makes of the question; null where it does not apply.</param>
public sealed record TraceFrame(string Name, Reading? Reading);

/// <summary>What a part of a question can be.</summary>
public enum TraceSort
{
    /// <summary>Nothing explains the words.</summary>
    Unexplained,

    /// <summary>A unit's name.</summary>
    Unit,

    /// <summary>A unit's name without its head word.</summary>
    WeakUnit,

    /// <summary>A time.</summary>
    Period,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Words of the language.</summary>
    Cue,

    /// <summary>An indicator, a plan or a project.</summary>
    Topic,
}

/// <summary>Why a part was not taken.</summary>
public enum WhyRejected
{
    /// <summary>Other parts explain the same words better: more words, or stronger evidence.</summary>
    Outweighed,

    /// <summary>A name without its head word, where the sentence has no place for a unit.</summary>
    NoPlace,

    /// <summary>Another topic explains more of the words.</summary>
    ExplainsLess,
}
