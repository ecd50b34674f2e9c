using System.CommandLine;

namespace Bot.Commands;

/// <summary>A verb of the contract that this release does not have yet: it says so plainly and changes nothing.</summary>
internal static class LaterCommand
{
    public static Command Create(string verb, string description)
    {
        var command = new Command(verb, description + " (comes with a later release)") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(
            async (_, _) =>
            {
                await Console.Error.WriteLineAsync($"'{verb}' comes with a later release; nothing was done.");
                return 1;
            }
        );
        return command;
    }
}
