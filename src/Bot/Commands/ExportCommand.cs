using System.CommandLine;
using System.Text;
using Bot.Store.Learning;

namespace Bot.Commands;

/// <summary><c>export questions [--out file.csv]</c>: what was not understood, and how answers were judged. The other tables come later.</summary>
internal static class ExportCommand
{
    private const string Questions = "questions";

    public static Command Create()
    {
        var table = new Argument<string>("table") { Description = "questions; observations, obligations, deliveries and audit come later" };
        table.AcceptOnlyFromAmong(Questions, "observations", "obligations", "deliveries", "audit");
        var path = new Option<string?>("--out") { Description = "The file to write; without it the rows are printed" };
        var command = new Command("export", CommandStrings.Export) { table, path };
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(table), parsed.GetValue(path), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string table, string? path, CancellationToken cancellationToken)
    {
        if (table != Questions)
        {
            await Console.Error.WriteLineAsync($"'export {table}' comes with a later release; nothing was done.");
            return 1;
        }

        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var rows = QuestionList.Write(await host.Get<QuestionNotes>().ReadAsync(cancellationToken));
        if (path is null)
        {
            await Console.Out.WriteAsync(rows);
        }
        else
        {
            // With a byte order mark, which spreadsheets need to see that this is UTF-8.
            await File.WriteAllTextAsync(path, rows, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), cancellationToken);
        }

        return 0;
    }
}
