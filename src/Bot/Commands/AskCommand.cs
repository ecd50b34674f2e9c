using System.CommandLine;
using System.CommandLine.Parsing;
using Bot.Asking;
using Bot.Cards;
using Bot.Indicators;
using Bot.Store.Contacts;

namespace Bot.Commands;

/// <summary><c>ask "question" [--as upn] [--lang vi|en] [--json]</c>.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("question") { Description = "The question, in Vietnamese or English" };
        question.Validators.Add(RefuseOptions);
        var asker = new Option<string?>("--as") { Description = "Ask as this contact (user principal name)" };
        var language = new Option<string?>("--lang") { Description = "The language where the words do not decide it" };
        language.AcceptOnlyFromAmong("vi", "en");
        var json = new Option<bool>("--json") { Description = "Print the answer as one line of JSON" };
        var command = new Command("ask", CommandStrings.Ask) { question, asker, language, json };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetRequiredValue(question),
                    parsed.GetValue(asker),
                    parsed.GetValue(language) == "en" ? Language.English : Language.Vietnamese,
                    parsed.GetValue(json),
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
        var answer = await host.Get<Assistant>().AnswerAsync(ask, cancellationToken);
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
