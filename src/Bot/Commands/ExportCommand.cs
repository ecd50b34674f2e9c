using System.CommandLine;
using System.Text;
using Bot.Store.Audit;
using Bot.Store.Learning;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary><c>export table [--out file.csv]</c>.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, Func<TerminalHost, CancellationToken, Task<ExportedTable>>> Tables = new()
    {
        ["observations"] = (host, _) => Task.FromResult(host.Get<TableExport>().Observations()),
        ["obligations"] = (host, _) => Task.FromResult(host.Get<TableExport>().Obligations()),
        ["deliveries"] = (host, stop) => host.Get<TableExport>().DeliveriesAsync(stop),
        ["audit"] = (host, _) => Task.FromResult(host.Get<AuditLog>().Export()),
        ["questions"] = async (host, stop) => QuestionList.Of(await host.Get<QuestionNotes>().ReadAsync(stop)),
    };

    public static Command Create()
    {
        var table = new Argument<string>("table") { Description = string.Join(", ", Tables.Keys) };
        table.AcceptOnlyFromAmong([.. Tables.Keys]);
        var path = new Option<string?>("--out") { Description = "The file to write; without it the rows are printed" };
        var command = new Command("export", CommandStrings.Export) { table, path };
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(table), parsed.GetValue(path), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string table, string? path, CancellationToken cancellationToken)
    {
        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var read = await Tables[table](host, cancellationToken);
        if (path is null)
        {
            await read.WriteAsync(Console.Out, cancellationToken);
            return 0;
        }

        // With a byte order mark, which spreadsheets need to see that this is UTF-8.
        await using var csv = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);
        await read.WriteAsync(csv, cancellationToken);
        return 0;
    }
}
