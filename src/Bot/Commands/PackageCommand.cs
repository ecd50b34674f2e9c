using System.CommandLine;
using Bot.Teams;

namespace Bot.Commands;

/// <summary><c>package --app-id guid --domain host [--sign-in-app-id guid] [--out zip]</c>: the app that an administrator uploads to Teams.</summary>
internal static class PackageCommand
{
    private const string DefaultFile = "teams-app.zip";

    public static Command Create()
    {
        var appId = new Option<Guid>("--app-id") { Description = "The bot's Entra application (client) id", Required = true };
        appId.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && Guid.TryParse(given.Tokens[0].Value, out var id) && id == Guid.Empty)
            {
                given.AddError("--app-id: an id of zeros names no app; take the application (client) id of the bot's registration");
            }
        });
        var domain = new Option<string>("--domain")
        {
            Description = "The host that serves the bot, as bot.example.gov.vn",
            Required = true,
        };
        domain.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && !IsHost(given.Tokens[0].Value))
            {
                given.AddError($"--domain: '{given.Tokens[0].Value}' is no host name; write it without https://, port and path");
            }
        });
        var signIn = new Option<Guid?>("--sign-in-app-id")
        {
            Description = "The Entra application by which people sign in to the dashboard, where the bot is a managed identity",
        };
        var path = new Option<string>("--out") { Description = "The zip to write", DefaultValueFactory = _ => DefaultFile };
        var command = new Command("package", CommandStrings.Package) { appId, domain, signIn, path };
        command.SetAction(
            (parsed, _) =>
                WriteAsync(
                    parsed.GetRequiredValue(appId),
                    parsed.GetRequiredValue(domain),
                    parsed.GetValue(signIn),
                    parsed.GetRequiredValue(path)
                )
        );
        return command;
    }

    private static async Task<int> WriteAsync(Guid appId, string host, Guid? signInAppId, string path)
    {
        // Written whole or not at all: what lies there stays until the new one is complete.
        using var zip = new MemoryStream();
        AppPackage.Write(zip, appId, host, signInAppId);
        await File.WriteAllBytesAsync(path, zip.ToArray());
        await Console.Out.WriteLineAsync(path);
        return 0;
    }

    private static bool IsHost(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.');
}
