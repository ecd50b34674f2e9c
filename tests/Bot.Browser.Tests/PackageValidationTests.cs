using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Bot.Browser.Tests;

/// <summary>The package that the verb writes, held against Microsoft's schemas by Microsoft's validator.</summary>
public sealed class PackageValidationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("package-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableFact]
    public async Task The_validator_finds_nothing_in_the_package()
    {
        var (manifest, languages) = await PackageAsync();

        Assert.Equal("[]", await FindingsAsync(manifest, languages));
    }

    [SkippableFact]
    public async Task The_validator_would_find_what_is_wrong()
    {
        var (manifest, languages) = await PackageAsync();
        manifest["bots"]![0]!["scopes"]![0] = "nowhere";
        manifest["manifestVersion"] = "1.29";
        languages["en.json"]!["staticTabs[1].nme"] = "x";

        var findings = await FindingsAsync(manifest, languages);

        Assert.Contains("manifest.json:", findings, StringComparison.Ordinal);
        Assert.Contains("the newest schema is 1.", findings, StringComparison.Ordinal);
        Assert.Contains("en.json:", findings, StringComparison.Ordinal);
    }

    private async Task<(JsonNode Manifest, JsonObject Languages)> PackageAsync()
    {
        var missing = Clients.Missing("@microsoft/app-manifest");
        Skip.If(missing is not null, missing);
        var path = Path.Combine(_folder.FullName, "app.zip");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Bot.dll"),
                "package",
                "--app-id",
                "7f3c2a10-5b6d-4e8f-9a01-23456789abcd",
                "--domain",
                "bot.cchc.example.gov.vn",
                "--out",
                path,
            ]
        );
        using var verb = Process.Start(start)!;
        await verb.WaitForExitAsync();
        Assert.Equal(0, verb.ExitCode);

        using var zip = ZipFile.OpenRead(path);
        var languages = new JsonObject();
        JsonNode? manifest = null;
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            await using var content = await entry.OpenAsync();
            var json = (await JsonNode.ParseAsync(content))!;
            if (entry.Name == "manifest.json")
            {
                manifest = json;
            }
            else
            {
                languages[entry.Name] = json;
            }
        }

        return (manifest!, languages);
    }

    private static Task<string> FindingsAsync(JsonNode manifest, JsonObject languages) =>
        Clients.RunAsync(
            "validate-package.mjs",
            new JsonObject { ["manifest"] = manifest.DeepClone(), ["languages"] = languages.DeepClone() }
        );
}
