using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>A number and the words that belong to it.</summary>
/// <param name="Figure">The number.</param>
/// <param name="Least">Where the number before it ends, or the sentence begins.</param>
/// <param name="From">The first token.</param>
/// <param name="To">The token after the last.</param>
/// <param name="Lead">The content before the number.</param>
/// <param name="Words">All the content that names what is measured, in the order in which it does.</param>
/// <param name="Named">The indicator that they name; null where none for certain.</param>
/// <param name="Own">Whether its own words name the indicator; else it carries the name over.</param>
internal sealed record Phrase(
    FigureMark Figure,
    int Least,
    int From,
    int To,
    List<int> Lead,
    List<int> Words,
    NamedIndicator? Named,
    bool Own
)
{
    /// <summary>Where a quote begins: at the name of what is measured, without the words that only lead there.</summary>
    public int QuoteFrom(Clause clause)
    {
        for (var at = From; at < Figure.Start; at++)
        {
            if (clause.Over(at) is not CueMark cue || !clause.IsSmall(at) || cue.Has(StatementCue.Measure))
            {
                return at;
            }
        }

        return Figure.Start;
    }
}

/// <summary>Why a number is left open.</summary>
/// <param name="Reason">What is not certain.</param>
/// <param name="Named">The words in question.</param>
/// <param name="Nearest">Names that come near; none where none does.</param>
internal sealed record Left(OpenReason Reason, string Named, IReadOnlyList<string>? Nearest = null);
