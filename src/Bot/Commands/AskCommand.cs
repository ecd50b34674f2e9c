using System.CommandLine;
using System.CommandLine.Parsing;
using Bot.Asking;
using Bot.Cards;
using Bot.Clocks;
using Bot.Indicators;
using Bot.Store.Contacts;
using Bot.Understanding.Questions;

namespace Bot.Commands;

/// <summary><c>ask "question" [--as upn] [--lang vi|en] [--json | --explain]</c>.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("question") { Description = "The question, in Vietnamese or English" };
        question.Validators.Add(RefuseOptions);
        var asker = new Option<string?>("--as") { Description = "Ask as this contact (user principal name)" };
        var language = new LanguageOption("The language where the words do not decide it", Language.Vietnamese);
        var json = new Option<bool>("--json") { Description = "Print the answer as one line of JSON" };
        var explain = new Option<bool>("--explain") { Description = "Print how the question was read, then the answer" };
        var command = new Command("ask", CommandStrings.Ask) { question, asker, language, json, explain };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(explain))
            {
                result.AddError("--json and --explain exclude each other.");
            }
        });
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetRequiredValue(question),
                    parsed.GetValue(asker),
                    language.Of(parsed),
                    parsed.GetValue(json),
                    parsed.GetValue(explain),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string question,
        string? asAsker,
        Language language,
        bool json,
        bool explain,
        CancellationToken cancellationToken
    )
    {
        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var asker = host.Get<ContactBook>().ByUpn(asAsker);
        if (asAsker is not null && asker is null)
        {
            await Console.Error.WriteLineAsync($"--as: no contact '{asAsker}' is known; import contacts.csv or leave it out.");
            return 1;
        }

        var ask = new Ask(question, language, null, asker, Surface.Teams);
        var assistant = host.Get<Assistant>();
        if (explain)
        {
            var read = new Question(question, host.Get<TimeProvider>().Today, language);
            await Console.Out.WriteLineAsync(ExplainText.Write(host.Get<QuestionReader>().Explain(read, assistant.Catalogue)));
        }

        var answer = await assistant.AnswerAsync(ask, cancellationToken);
        await Console.Out.WriteLineAsync(json ? AnswerJson.Write(answer) : CardText.Write(answer.Message));
        return 0;
    }

    // A mistyped option would otherwise become the question.
    private static void RefuseOptions(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: var text }] && text.StartsWith("--", StringComparison.Ordinal))
        {
            result.AddError($"Unknown option {text}.");
        }
    }
}
