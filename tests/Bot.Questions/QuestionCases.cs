using System.Text.Json;
using Bot.Evaluating;

namespace Bot.Questions;

/// <summary>Cases written in a test.</summary>
internal static class QuestionCases
{
    public static QuestionCase Read(string line) => JsonSerializer.Deserialize(line, QuestionJsonContext.Default.QuestionCase)!;
}
