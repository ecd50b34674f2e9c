using System.Diagnostics;
using System.Text.Json;
using Bot.Asking;
using Bot.Cards;
using Bot.Indicators;
using Bot.Understanding.Dialogues;

namespace Bot.Evaluating;

/// <summary>One turn of a case as it was answered.</summary>
internal sealed record JudgedTurn(
    string Say,
    Expectation Expect,
    string Said,
    Outcome Outcome,
    bool HasFigures,
    IReadOnlyList<Fault> Faults,
    TimeSpan Took
)
{
    public bool IsRight => Faults.Count == 0;

    public bool IsWrong => Faults.Any(f => f.IsWrongFigure);
}

/// <summary>A case as it was answered.</summary>
internal sealed record JudgedCase(QuestionCase Case, IReadOnlyList<JudgedTurn> Turns)
{
    public bool IsRight => Turns.All(t => t.IsRight);
}

/// <summary>Asks the questions of a file, each case in a conversation of its own, as a guest in Teams.</summary>
internal static class QuestionRun
{
    public static async Task<List<JudgedCase>> RunAsync(
        IEnumerable<QuestionCase> cases,
        Assistant assistant,
        CancellationToken cancellationToken,
        bool byRulesAlone = false
    )
    {
        var judged = new List<JudgedCase>();
        foreach (var asked in cases)
        {
            judged.Add(new(asked, await RunAsync(asked, assistant, byRulesAlone, cancellationToken)));
        }

        return judged;
    }

    private static async Task<List<JudgedTurn>> RunAsync(
        QuestionCase asked,
        Assistant assistant,
        bool byRulesAlone,
        CancellationToken cancellationToken
    )
    {
        var locale = asked.Lang == "en" ? Language.English : Language.Vietnamese;
        DialogueState? dialogue = null;
        var turns = new List<JudgedTurn>();
        foreach (var turn in asked.Turns)
        {
            var started = Stopwatch.GetTimestamp();
            // Each case has a share of the model's tokens of its own.
            var ask = new Ask(turn.Say, locale, dialogue, null, Surface.Teams) { Person = asked.Id, ByRulesAlone = byRulesAlone };
            var answer = await assistant.AnswerAsync(ask, cancellationToken);
            var took = Stopwatch.GetElapsedTime(started);
            dialogue = answer.Dialogue ?? dialogue;
            var said = SaidText.Of(answer.Message);
            var expect = turn.Expect ?? new();
            turns.Add(
                new(
                    turn.Say,
                    expect,
                    said,
                    answer.Outcome,
                    Judge.Percentages(said).Any() || answer.Result is { } result && ToldFacts.Of(result).Figures.Count > 0,
                    Judge.Faults(expect, said, JsonNamingPolicy.CamelCase.ConvertName(answer.Outcome.ToString())),
                    took
                )
            );
        }

        return turns;
    }
}
