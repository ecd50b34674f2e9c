using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>The command line: without a verb the bot is served. Exit codes: 0 done, 1 the work could not be done, 2 bad arguments.</summary>
internal static class BotCommand
{
    private const int BadArguments = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        // Options alone (--urls …) belong to the server, as with any ASP.NET Core program.
        if (args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))
        {
            return await GuardAsync(() => ServeCommand.RunAsync(args));
        }

        if (args is [ReadPdfCommand.Verb])
        {
            return await GuardAsync(ReadPdfCommand.RunAsync);
        }

        var root = new RootCommand(CommandStrings.Root)
        {
            AskCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            RemindCommand.Create(),
            UndeliveredCommand.Create(),
            PackageCommand.Create(),
            EvalCommand.Create(),
            VerifyCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return await GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        }

        foreach (var error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        return BadArguments;
    }

    // The edge: whatever goes wrong is one line that says what to do, never a stack trace.
    private static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(Line(e).ReplaceLineEndings(" "));
            return 1;
        }
    }

    private static string Line(Exception e) =>
        e switch
        {
            StartRefusedException or OptionsValidationException or IOException => e.Message,
            OperationCanceledException => CommandStrings.Stopped,
            _ when Store(e) is { } fault => $"{CommandStrings.StoreFault} {fault.Message}",
            _ => $"{e.Message} ({e.GetType().Name})",
        };

    // EF wraps what the provider throws.
    private static DbException? Store(Exception? e) => e is null or DbException ? (DbException?)e : Store(e.InnerException);
}
