using System.CommandLine;

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

    // The edge: what a user can mend is one line; anything else is one line and the exception's name, never a stack trace.
    private static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (e is StartRefusedException or Microsoft.Extensions.Options.OptionsValidationException or IOException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
