using System.CommandLine;
using Bot.Asking;
using Bot.Evaluating;
using Bot.Indicators;
using Bot.Models;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary><c>eval questions.jsonl...</c>: asks the questions of files over the configured store and prints how good the answers are; with a language model, by the rules alone first and then with it.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("file")
        {
            Description = "Question files, one case of JSON a line",
            Arity = ArgumentArity.OneOrMore,
        };
        var language = new LanguageOption("The language of what is printed", Language.English);
        var command = new Command("eval", CommandStrings.Eval) { paths, language };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(paths), language.Of(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, Language language, CancellationToken cancellationToken)
    {
        var files = paths.Select(path => (Name: Path.GetFileName(path), Cases: QuestionCase.ReadAll(path))).ToList();
        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var wrong = false;
        foreach (var (name, cases) in files)
        {
            var judged = await QuestionRun.RunAsync(cases, host.Get<Assistant>(), cancellationToken, byRulesAlone: true);
            wrong |= await PrintAsync(name, judged, language);
            if (host.Get<ModelGate>().IsOpen)
            {
                using var tally = new ModelTally();
                judged = await QuestionRun.RunAsync(cases, host.Get<Assistant>(), cancellationToken);
                wrong |= await PrintAsync(TerminalWords.In(language).Say("eval.model.file", name), judged, language);
                await Console.Out.WriteLineAsync(EvalText.Write(tally, host.Get<IOptions<ModelOptions>>().Value, language));
            }
        }

        return wrong ? 1 : 0;
    }

    // Whether a wrong figure was said.
    private static async Task<bool> PrintAsync(string name, List<JudgedCase> judged, Language language)
    {
        var measures = Measures.Of(judged);
        if (measures.Right.Count < measures.Right.Of)
        {
            await Console.Out.WriteLineAsync(EvalText.Faults(judged));
        }

        await Console.Out.WriteLineAsync(EvalText.Write(name, measures, language));
        return measures.WrongNumbers.Count > 0;
    }
}
