using Bot.Indicators;
using Bot.Understanding.Dialogues;

namespace Bot.Understanding.Questions;

/// <summary>A question as it came in, and what is needed to read it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Today">The day on which it was asked, in the office's time zone; relative times count from it.</param>
/// <param name="Locale">The language of the asker's client; null where not known. It only settles what the words leave open.</param>
/// <param name="Dialogue">What was asked before in this conversation; null at its beginning.</param>
/// <param name="Own">The unit of who asks, for "đơn vị tôi"; null for guests.</param>
public sealed record Question(
    string Text,
    DateOnly Today,
    Language? Locale = null,
    DialogueState? Dialogue = null,
    OrgUnitCode? Own = null
);
