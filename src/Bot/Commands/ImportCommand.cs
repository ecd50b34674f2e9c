using System.CommandLine;
using Bot.Indicators;
using Bot.Store.Catalogues;
using Bot.Store.Tables;
using Bot.Understanding.Lexicons;

namespace Bot.Commands;

/// <summary><c>import file-or-folder... [--dry-run]</c>: tables as CSV or workbooks. Reports and articles come with a later release.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "CSV files or workbooks (.xlsx), or folders of them",
            Arity = ArgumentArity.OneOrMore,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would change and write nothing" };
        var language = new LanguageOption("The language of what is said about names that are alike", Language.English);
        var command = new Command("import", CommandStrings.Import) { paths, dryRun, language };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(parsed.GetRequiredValue(paths), parsed.GetValue(dryRun), language.Of(parsed), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, bool dryRun, Language language, CancellationToken cancellationToken)
    {
        var files = new List<ImportFile>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path) && !ImportFile.IsTable(path))
            {
                await Console.Error.WriteLineAsync($"{path}: only tables (.csv, .xlsx) can be imported in this release; nothing was done.");
                return 1;
            }

            files.AddRange(ImportFile.In(path));
        }

        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var report = await host.Get<TableImport>().RunAsync(ProgressBar.Over(files), "import", dryRun, cancellationToken);
        foreach (var error in report.Errors)
        {
            await Console.Error.WriteLineAsync(error.ToString());
        }

        if (report.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{report.Errors.Count} errors; nothing was written.");
            return 1;
        }

        foreach (var table in report.Tables)
        {
            await Console.Out.WriteLineAsync($"{table.Table}: {table.Added} added, {table.Changed} changed, {table.Unchanged} unchanged");
        }

        foreach (var flag in report.Flags)
        {
            await Console.Error.WriteLineAsync($"Note: {flag}");
        }

        foreach (var change in dryRun ? report.Changes : [])
        {
            await Console.Out.WriteLineAsync($"  {change.Table} {change.Key} {change.Column}: '{change.Old}' -> '{change.New}'");
        }

        var clashes = ClashText.Write(LexiconLint.Of(report.WouldBe ?? host.Get<CatalogueCache>().Current), language);
        if (clashes.Length > 0)
        {
            await Console.Out.WriteLineAsync(clashes);
        }

        return 0;
    }
}
