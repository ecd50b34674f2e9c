using System.CommandLine;
using System.Globalization;
using Bot.Store.Audit;

namespace Bot.Commands;

/// <summary><c>verify</c>: goes through the audit log and names the first entry that is not as it was written.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", CommandStrings.Verify);
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var verdict = await host.Get<AuditLog>().VerifyAsync(cancellationToken);
        if (verdict.Broken is not { } broken)
        {
            await Console.Out.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{verdict.Good} entries, all whole; the last is {verdict.Hash}")
            );
            return 0;
        }

        var fault = verdict.Fault == AuditFault.Missing ? "is missing" : "was altered";
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"Entry {broken} of the audit log {fault}; the {verdict.Good} before it are whole.")
        );
        return 1;
    }
}
