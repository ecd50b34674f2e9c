using Bot.Indicators;

namespace Bot.Understanding.Dialogues;

/// <summary>A dialogue's state as the texts of a row.</summary>
/// <param name="LastQuery">The canonical text of the last query; null where there is none.</param>
/// <param name="Choices">The canonical texts of the open choices.</param>
/// <param name="Language"><c>vi</c> or <c>en</c>; null where the asker never said.</param>
/// <param name="Previous">
/// What was before, a line each: <c>!</c> with what keeps the last question open, then the canonical texts of the earlier queries, the
/// newest first; null where there is none.
/// </param>
public sealed record DialogueTexts(string? LastQuery, ValueList<string> Choices, string? Language, string? Previous);
