using System.IO.Compression;
using System.Reflection;

namespace Bot.Teams;

/// <summary>The Teams app package: the files of <c>manifest/</c> with the app's id and host filled in, all at the root of one zip (bot-protocol 8.1).</summary>
internal static class AppPackage
{
    private const string Folder = "manifest/";

    // The same files give the same zip, byte for byte.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the zip.</summary>
    /// <param name="target">Where to; it stays open.</param>
    /// <param name="appId">The bot's Entra application id, which names the app too.</param>
    /// <param name="host">The host that serves the bot, without scheme, port or path.</param>
    /// <param name="signInAppId">The application by which people sign in to the dashboard; null for the bot's own.</param>
    public static void Write(Stream target, Guid appId, string host, Guid? signInAppId = null)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var program = Assembly.GetExecutingAssembly();
        foreach (var resource in program.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order())
        {
            using var file = program.GetManifestResourceStream(resource)!;
            var entry = zip.CreateEntry(resource[Folder.Length..], CompressionLevel.SmallestSize);
            entry.LastWriteTime = Epoch;
            using var content = entry.Open();
            if (!resource.EndsWith(".json", StringComparison.Ordinal))
            {
                file.CopyTo(content);
                continue;
            }

            using var template = new StreamReader(file);
            using var filled = new StreamWriter(content);
            filled.Write(
                template
                    .ReadToEnd()
                    .Replace("{{appId}}", $"{appId:D}")
                    .Replace("{{domain}}", host)
                    .Replace("{{signInAppId}}", $"{signInAppId ?? appId:D}")
                    .Replace("{{signInApi}}", signInAppId is { } other ? $"{other:D}" : $"botid-{appId:D}")
            );
        }
    }
}
