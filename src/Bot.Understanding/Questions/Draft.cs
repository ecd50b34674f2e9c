using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>What a frame makes of a sentence, before the words that it did not use are accounted for.</summary>
internal sealed record Draft
{
    /// <summary>The queries: one that is meant, or up to three to choose from.</summary>
    public required ValueList<Query> Queries { get; init; }

    /// <summary>What is unclear where there are several queries.</summary>
    public ClarifyWhat What { get; init; }

    /// <summary>Whether the asker has to choose even where there is one query only.</summary>
    public bool Asks { get; init; }

    /// <summary>The content terms that a topic's name explains.</summary>
    public ulong Explained { get; init; }

    /// <summary>The cues that the query is built on; grammar, courtesy and question words are always allowed.</summary>
    public CueSet Used { get; init; }

    public bool UsesNumbers { get; init; }

    public bool UsesPeriods { get; init; } = true;

    public bool UsesUnits { get; init; } = true;

    /// <summary>The token from which on words that nothing explains are part of the query ("công tác văn thư").</summary>
    public int WordsFrom { get; init; } = int.MaxValue;

    /// <summary>What was taken over from the last query.</summary>
    public ValueList<InheritedSlot> Inherited { get; init; }

    /// <summary>What of the last query could not be kept.</summary>
    public ValueList<InheritedSlot> Dropped { get; init; }

    public static CueSet Cues(params ReadOnlySpan<Cue> cues)
    {
        var set = new CueSet();
        foreach (var cue in cues)
        {
            set = set.With(CueSet.Of(cue));
        }

        return set;
    }
}
