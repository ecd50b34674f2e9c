using Bot.Indicators.Queries;

namespace Bot.Indicators.Readings;

/// <summary>
/// How a question was understood. Understanding makes it, cards show it, and it holds no figure. A closed family.
/// </summary>
public abstract record Reading
{
    /// <summary>The language to answer in.</summary>
    public required Language Language { get; init; }

    /// <summary>Closes the family.</summary>
    internal abstract string Name { get; }

    /// <summary>One clear reading.</summary>
    public sealed record Clear : Reading
    {
        /// <summary>What is asked.</summary>
        public required Query Query { get; init; }

        /// <summary>What was left out, taken over or corrected on the way.</summary>
        public ReadingNote Note { get; init; } = ReadingNote.None;

        internal override string Name => "clear";
    }

    /// <summary>Several readings within reach of each other, or a slot that is missing: the asker chooses.</summary>
    public sealed record Ambiguous : Reading
    {
        /// <summary>Two or three queries, each with an answer behind it where that can be known; none is preferred.</summary>
        public required ValueList<Query> Choices { get; init; }

        /// <summary>The unclear words, as typed.</summary>
        public required string Words { get; init; }

        /// <summary>What is unclear.</summary>
        public required ClarifyWhat What { get; init; }

        internal override string Name => "ambiguous";
    }

    /// <summary>Something that could change the answer was not understood, so there is none.</summary>
    public sealed record Blocked : Reading
    {
        /// <summary>What it is.</summary>
        public required BlockedBy By { get; init; }

        /// <summary>The words, as typed.</summary>
        public required string Words { get; init; }

        /// <summary>Up to three queries near it that can be answered; the asker may choose one.</summary>
        public ValueList<Query> Nearest { get; init; }

        /// <summary>
        /// What would have been asked of a name or time that there is: a follow-up that names one takes its place in it. Null where
        /// that is not clear. It is never answered as it stands.
        /// </summary>
        public StoreQuery? Otherwise { get; init; }

        /// <summary>Whether it was a fragment, so that the question before it is still spoken of.</summary>
        public bool FollowsUp { get; init; }

        internal override string Name => "blocked";
    }

    /// <summary>Not about what the store holds.</summary>
    public sealed record OutOfScope : Reading
    {
        internal override string Name => "out-of-scope";
    }
}
