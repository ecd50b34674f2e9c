using System.Buffers;
using System.CommandLine;
using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Review;
using Bot.Documents;
using Bot.Indicators;
using Bot.Indicators.Proposals;
using Bot.Store.Catalogues;
using Bot.Store.Documents;
using Bot.Store.Facts;
using Bot.Store.Tables;
using Bot.Understanding.Lexicons;

namespace Bot.Commands;

/// <summary><c>import file-or-folder... [--dry-run] [--source id] [--approve]</c>: tables as CSV or workbooks, and documents in prose.</summary>
internal static class ImportCommand
{
    private const string By = "import";

    private static readonly SearchValues<char> NotInCodes = SearchValues.Create(" \t|!;()=/:");

    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Tables (.csv, .xlsx), folders of them, or documents (.txt, .md, .docx, .pdf)",
            Arity = ArgumentArity.OneOrMore,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would change and write nothing" };
        var source = new Option<string?>("--source") { Description = "The code of the document in the table of sources" };
        source.Validators.Add(result =>
        {
            if (result.GetValue(source) is { } code && (code.Length is 0 or > 80 || code.AsSpan().ContainsAny(NotInCodes)))
            {
                result.AddError("--source takes a code of up to 80 letters, digits, '-', '_' or '.'.");
            }
        });
        var approve = new Option<bool>("--approve") { Description = "Approve what was found and needs no closer look" };
        var language = new LanguageOption("The language of what is printed", Language.English);
        var command = new Command("import", CommandStrings.Import) { paths, dryRun, source, approve, language };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetRequiredValue(paths),
                    new Wishes(parsed.GetValue(dryRun), parsed.GetValue(source), parsed.GetValue(approve), language.Of(parsed)),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, Wishes wishes, CancellationToken cancellationToken)
    {
        List<ImportFile> tables = [];
        List<DocumentText> documents = [];
        List<string> unreadable = [];
        var words = TerminalWords.In(wishes.Language);
        foreach (var path in paths)
        {
            if (Directory.Exists(path) || ImportFile.IsTable(path))
            {
                tables.AddRange(ImportFile.In(path));
            }
            else
            {
                var file = ImportFile.In(path)[0];
                var (document, fault) = await PdfProcess.ReadAsync(file, cancellationToken);
                if (document is not null)
                {
                    documents.Add(document);
                }
                else
                {
                    unreadable.Add($"{file.Name}: {ReviewCards.Fault(fault, wishes.Language)}");
                }
            }
        }

        if (unreadable.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, unreadable));
            await Console.Error.WriteLineAsync(words.Say("import.nothing"));
            return 1;
        }

        if (wishes.Source is not null && documents.Count != 1)
        {
            await Console.Error.WriteLineAsync(words.Say("import.source"));
            return 1;
        }

        await using var host = await TerminalHost.StartAsync(cancellationToken);
        if (tables.Count > 0 && !await TablesAsync(host, tables, wishes, cancellationToken))
        {
            return 1;
        }

        foreach (var document in documents)
        {
            await DocumentAsync(
                host,
                new SourceDocument(document.Name, document.Text, wishes.Source) { UnreadPages = document.UnreadPages },
                wishes,
                cancellationToken
            );
        }

        return 0;
    }

    private static async Task<bool> TablesAsync(
        TerminalHost host,
        List<ImportFile> files,
        Wishes wishes,
        CancellationToken cancellationToken
    )
    {
        ImportReport report;
        using (var bar = new ProgressBar(files, Console.IsErrorRedirected ? null : Console.Error))
        {
            report = await host.Get<TableImport>().RunAsync(bar.Files, By, wishes.DryRun, cancellationToken);
        }

        var words = TerminalWords.In(wishes.Language);
        foreach (var error in report.Errors)
        {
            await Console.Error.WriteLineAsync(RowErrorText.Write(error, wishes.Language));
        }

        if (report.Refused)
        {
            await Console.Error.WriteLineAsync(words.Say("import.refused", report.Errors.Count));
            return false;
        }

        foreach (var table in report.Tables)
        {
            await Console.Out.WriteLineAsync(words.Say("import.done", table.Table, table.Added, table.Changed, table.Unchanged));
        }

        foreach (var flag in report.Flags)
        {
            await Console.Error.WriteLineAsync(words.Say("import.note", RowErrorText.Write(flag, wishes.Language)));
        }

        foreach (var change in wishes.DryRun ? report.Changes : [])
        {
            await Console.Out.WriteLineAsync($"  {change.Table} {change.Key} {change.Column}: '{change.Old}' -> '{change.New}'");
        }

        var clashes = ClashText.Write(LexiconLint.Of(report.WouldBe ?? host.Get<CatalogueCache>().Current), wishes.Language);
        if (clashes.Length > 0)
        {
            await Console.Out.WriteLineAsync(clashes);
        }

        return true;
    }

    private static async Task DocumentAsync(TerminalHost host, SourceDocument document, Wishes wishes, CancellationToken cancellationToken)
    {
        var ledger = host.Get<FactLedger>();
        var review = await host.Get<DocumentReading>().ProposeAsync(document, By, wishes.DryRun, cancellationToken);
        if (wishes is { Approve: true, DryRun: false })
        {
            await ledger.ApproveAllAsync(review.Document, review.Version, By, cancellationToken);
            review = (await ledger.FindAsync(review.Document, cancellationToken))!;
        }

        foreach (var line in ReviewCards.Lines(review, host.Get<Assistant>().Context(wishes.Language, Surface.Teams)))
        {
            await Console.Out.WriteLineAsync(line);
        }
    }

    private sealed record Wishes(bool DryRun, string? Source, bool Approve, Language Language);
}
