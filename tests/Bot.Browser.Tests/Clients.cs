using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Bot.Browser.Tests;

/// <summary>Microsoft's own clients and validators, as npm has them: <c>npm ci --ignore-scripts --prefix tests/clients</c> fetches them.</summary>
internal static class Clients
{
    /// <summary>Their folder.</summary>
    public static string Folder { get; } = Path.Combine(Testing.BotProcess.Root, "tests", "clients");

    /// <summary>What is missing to run a program of that package; null where nothing is.</summary>
    public static string? Missing(string package) =>
        !HasNode() ? "Node.js"
        : !Directory.Exists(Path.Combine(Folder, "node_modules", package))
            ? $"{package} (npm ci --ignore-scripts --prefix tests/clients fetches it)"
        : null;

    /// <summary>A start of Node.js in a folder.</summary>
    public static ProcessStartInfo Node(string workingDirectory, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Nothing opens a window.
        start.Environment["BROWSER"] = "none";
        return start;
    }

    /// <summary>Runs a script of the folder over a text on its standard input; what it printed. It must succeed.</summary>
    public static async Task<string> RunAsync(string script, JsonObject input)
    {
        using var node = Process.Start(Node(Folder, script))!;
        var errors = node.StandardError.ReadToEndAsync();
        var printed = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(input.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return (await printed).Trim();
    }

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(Node(Folder, "--version"));
            node!.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
