using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>One way to read a fragment: the query before, and what the new one shall be about. The shapes make it a query.</summary>
internal sealed record Edit(
    QuestionParts Parts,
    StoreQuery Last,
    Subject Before,
    Subject After,
    NamedUnits Units,
    NamedTopic Topic,
    NamedPeriod Period
)
{
    public Sentence Sentence => Parts.Sentence;

    /// <summary>Whether figures are asked: they were, or an indicator is named now.</summary>
    public bool IsFigures =>
        Topic.Readings.Count > 0 && Last is not DefineQuery
        || Before.Indicators.Count > 0 && (Last is not DefineQuery || Units.IsNamed)
        || Last is TargetQuery;

    public bool IsNewIndicator => After.Indicators != Before.Indicators;

    /// <summary>Whether the cue stands there, and not as a word of the topic's name.</summary>
    public bool Says(Cue cue) => Sentence.Has(cue, Topic.Explained);
}
