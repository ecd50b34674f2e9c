using System.CommandLine;
using System.Text;
using Bot.Cards.Notices;
using Bot.Indicators;
using Bot.Store.Learning;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary><c>export table [--out file.csv]</c>. Observations and the audit log come later.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, Func<TerminalHost, Language, CancellationToken, Task<ExportedTable>>> Tables = new()
    {
        ["questions"] = async (host, _, stop) => QuestionList.Of(await host.Get<QuestionNotes>().ReadAsync(stop)),
        ["obligations"] = (host, _, stop) => host.Get<TableExport>().ObligationsAsync(stop),
        ["deliveries"] = async (host, language, stop) => Said(await host.Get<TableExport>().DeliveriesAsync(stop), language),
    };

    public static Command Create()
    {
        var table = new Argument<string>("table")
        {
            Description = "questions, obligations or deliveries; observations and audit come later",
        };
        table.AcceptOnlyFromAmong([.. Tables.Keys, "observations", "audit"]);
        var path = new Option<string?>("--out") { Description = "The file to write; without it the rows are printed" };
        var language = new LanguageOption("The language of reasons among the deliveries", Language.Vietnamese);
        var command = new Command("export", CommandStrings.Export) { table, path, language };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(parsed.GetRequiredValue(table), parsed.GetValue(path), language.Of(parsed), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string table, string? path, Language language, CancellationToken cancellationToken)
    {
        if (!Tables.TryGetValue(table, out var read))
        {
            await Console.Error.WriteLineAsync($"'export {table}' comes with a later release; nothing was done.");
            return 1;
        }

        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var rows = CsvText.Write(await read(host, language, cancellationToken));
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

    private static ExportedTable Said(ExportedTable deliveries, Language language)
    {
        var isReason = deliveries.Columns.Select(column => column == "reason").ToArray();
        return deliveries with
        {
            Rows =
            [
                .. deliveries.Rows.Select(row =>
                    (string[])[.. row.Select((cell, i) => isReason[i] ? ReasonWords.In(cell, language) : cell)]
                ),
            ],
        };
    }
}
