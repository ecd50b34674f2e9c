using System.CommandLine;
using Bot.Asking;
using Bot.Evaluating;
using Bot.Indicators;

namespace Bot.Commands;

/// <summary><c>eval questions.jsonl...</c>: asks the questions of files over the configured store and prints how good the answers are.</summary>
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
            var judged = await QuestionRun.RunAsync(cases, host.Get<Assistant>(), cancellationToken);
            var measures = Measures.Of(judged);
            wrong |= measures.WrongNumbers.Count > 0;
            if (measures.Right.Count < measures.Right.Of)
            {
                await Console.Out.WriteLineAsync(EvalText.Faults(judged));
            }

            await Console.Out.WriteLineAsync(EvalText.Write(name, measures, language));
        }

        return wrong ? 1 : 0;
    }
}
