namespace Bot.Indicators.Readings;

/// <summary>What the answer must say about how the question was read.</summary>
public sealed record ReadingNote
{
    /// <summary>Nothing to say.</summary>
    public static ReadingNote None { get; } = new();

    /// <summary>Words that were not understood and are not part of the answer, as typed.</summary>
    public ValueList<string> LeftOut { get; init; }

    /// <summary>What was taken over from the previous question.</summary>
    public ValueList<InheritedSlot> Inherited { get; init; }

    /// <summary>What of the previous question was not taken over, because it does not fit this one.</summary>
    public ValueList<InheritedSlot> Dropped { get; init; }

    /// <summary>Slips that were read as known words.</summary>
    public ValueList<CorrectedWords> Corrected { get; init; }

    /// <summary>Whether a language model took part in the reading: the answer then says what was read.</summary>
    public bool Assisted { get; init; }
}

/// <summary>Words that were read as others.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Read">As read.</param>
public sealed record CorrectedWords(string Typed, string Read);

/// <summary>A part of a query that a follow-up keeps.</summary>
public enum InheritedSlot
{
    /// <summary>The indicator.</summary>
    Indicator,

    /// <summary>The units.</summary>
    Units,

    /// <summary>The basis.</summary>
    Basis,

    /// <summary>The period.</summary>
    Period,

    /// <summary>The plan or report.</summary>
    ObligationType,

    /// <summary>The sort of question (limitations, ranking, …).</summary>
    Kind,

    /// <summary>What narrows the answer: a number to hold against, states, one inspection, the day of knowledge.</summary>
    Condition,

    /// <summary>The matter that remarks are about.</summary>
    About,
}
