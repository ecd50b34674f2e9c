using System.Text.Json;
using Bot.Asking;
using Bot.Clocks;
using Bot.Indicators;
using Bot.Indicators.Readings;
using Bot.Store.Learning;

namespace Bot.Turns;

/// <summary>Notes what was not understood, and what readers think of the answers, for a person to learn from; never who said it.</summary>
internal sealed class QuestionBook(QuestionNotes notes, TimeProvider clock)
{
    /// <summary>Notes a question, unless it was clear.</summary>
    public void NoteUnlessClear(string text, Answer answer)
    {
        var reading = answer.Reading switch
        {
            Reading.Ambiguous ambiguous => string.Join(" // ", ambiguous.Choices),
            Reading.Blocked blocked => $"{blocked.By}: {blocked.Words}",
            Reading.OutOfScope => "",
            _ => null,
        };
        if (reading is not null && !string.IsNullOrWhiteSpace(text))
        {
            Take(text, reading, JsonNamingPolicy.CamelCase.ConvertName(answer.Outcome.ToString()), answer.Message.Language);
        }
    }

    /// <summary>Notes a judgement of an answer.</summary>
    public void NoteVote(bool good, string? query, string? comment, Language language) =>
        Take(comment ?? "", query ?? "", good ? "up" : "down", language);

    private void Take(string text, string reading, string outcome, Language language) =>
        notes.Take(text, reading, outcome, language == Language.English ? "en" : "vi", clock.Today);
}
