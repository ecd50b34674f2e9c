using System.CommandLine;
using System.Text;
using Bot.Cards.Notices;
using Bot.Indicators;
using Bot.Store.Audit;
using Bot.Store.Learning;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary><c>export table [--out file.csv]</c>.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, Func<TerminalHost, Language, CancellationToken, Task<ExportedTable>>> Tables = new()
    {
        ["deliveries"] = async (host, language, stop) => Said(await host.Get<TableExport>().DeliveriesAsync(stop), language),
        ["audit"] = (host, _, _) => Task.FromResult(host.Get<AuditLog>().Export()),
        ["questions"] = async (host, _, stop) => QuestionList.Of(await host.Get<QuestionNotes>().ReadAsync(stop)),
    };

    public static Command Create()
    {
        string[] names = [.. TableExport.Tables, .. Tables.Keys];
        var table = new Argument<string>("table") { Description = string.Join(", ", names) };
        table.AcceptOnlyFromAmong(names);
        var path = new Option<string?>("--out") { Description = "The file to write, .csv or .xlsx; without it the rows are printed" };
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
        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var read = Tables.TryGetValue(table, out var own)
            ? await own(host, language, cancellationToken)
            : host.Get<TableExport>().Table(table);
        if (path is null)
        {
            await read.WriteAsync(Console.Out, cancellationToken);
            return 0;
        }

        if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            await using var book = File.Create(path);
            await read.WriteWorkbookAsync(table, book, cancellationToken);
            return 0;
        }

        // With a byte order mark, which spreadsheets need to see that this is UTF-8.
        await using var csv = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);
        await read.WriteAsync(csv, cancellationToken);
        return 0;
    }

    private static ExportedTable Said(ExportedTable deliveries, Language language)
    {
        var isReason = deliveries.Columns.Select(column => column == "reason").ToArray();
        return deliveries with
        {
            Rows = deliveries.Rows.Select(row =>
                (IReadOnlyList<string>)[.. row.Select((cell, i) => isReason[i] ? ReasonWords.In(cell, language) : cell)]
            ),
        };
    }
}
