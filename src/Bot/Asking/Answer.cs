using Bot.Cards;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Indicators.Results;
using Bot.Understanding.Dialogues;

namespace Bot.Asking;

/// <summary>What is said to a question, and how it came about.</summary>
internal sealed record Answer
{
    /// <summary>The card or line of text.</summary>
    public required CardMessage Message { get; init; }

    /// <summary>What became of the question.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Whether a click bore what no card of ours bears: an id of nothing, a state that never was.</summary>
    public bool IsOfNoCard { get; init; }

    /// <summary>What is said in its stead where the card that was clicked changes before the reader's eyes; null where none does.</summary>
    public CardMessage? BesideTheCard { get; init; }

    /// <summary>How it was read; null where it was not clear.</summary>
    public Query? Query { get; init; }

    /// <summary>The whole reading; null where no query was asked.</summary>
    public Reading? Reading { get; init; }

    /// <summary>What the store answered; null where it was not asked.</summary>
    public Result? Result { get; init; }

    /// <summary>What the next question of the conversation starts from.</summary>
    public DialogueState? Dialogue { get; init; }
}
