using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace Bot.Browser.Tests;

/// <summary>
/// Microsoft's Agents Playground in front of the built bot, and its page in headless Chromium. Its user is the sample official of the Department of Health, so that the bot
/// knows who is asking.
/// </summary>
public sealed class Playground : IAsyncLifetime
{
    private const string BotName = "CCHC";

    // The Playground starts with no fewer.
    private const int LeastOthers = 5;

    private const string Package = "@microsoft/m365agentsplayground";
    private const string Config = """
        version: "0.1.1"
        tenantId: 00000000-0000-0000-0000-000000000099
        bot:
          id: 00000000-0000-0000-0000-000000000011
          name: CCHC
        currentUser:
          id: user-id-0
          name: Official
          userPrincipleName: official.syt@example.org
          aadObjectId: 00000000-0000-0000-0000-000000000001
          givenName: Official
          surname: Sample
          email: official.syt@example.org
        users: [OTHERS]
        personalChat:
          id: personal-chat
        groupChat:
          id: group-chat
          name: Group Chat
        team:
          id: team-id
          name: My Team
          aadGroupId: 00000000-0000-0000-0000-000000000031
          channels:
            - id: announcements
              name: Announcements
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playground-");
    private readonly HttpClient _http = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Process? _process;
    private Uri _address = null!;

    /// <summary>What this machine lacks, by name; null when the tests can run.</summary>
    public string? Missing { get; private set; }

    /// <summary>The bot.</summary>
    public Testing.BotProcess Bot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Missing = Chromium.Missing ?? Clients.Missing(Package);
        if (Missing is not null)
        {
            return;
        }

        Bot = await Testing.BotProcess.StartAsync(
            new Dictionary<string, string> { ["Reminders__Enabled"] = "false", ["Clock__Today"] = "2023-04-03" }
        );
        var others = string.Join(", ", Enumerable.Range(1, LeastOthers).Select(Other));
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, ".m365agentsplayground.yml"),
            Config.Replace("OTHERS", others, StringComparison.Ordinal)
        );
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        _address = new Uri($"http://127.0.0.1:{port}");
        var cli = Path.Combine(Clients.Folder, "node_modules", Package, "cli.js");
        _process = Process.Start(
            Clients.Node(_folder.FullName, cli, "start", "-e", $"{Bot.Url}/api/messages", "-c", "msteams", "-p", port, "--dt")
        )!;
        // Nobody reads what it prints, and a full pipe would stop it.
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilUpAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>The Playground's page with its personal chat open. Skips the test where something is missing.</summary>
    public async Task<IPage> OpenAsync()
    {
        Skip.If(Missing is not null, Missing);
        var page = await _browser!.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        await page.GotoAsync(_address.ToString());
        await Box(page).WaitForAsync();
        return page;
    }

    /// <summary>The field that is typed into.</summary>
    public static ILocator Box(IPage page) => page.Locator("[contenteditable=true], textarea, [role=textbox]").First;

    /// <summary>The cards that are shown.</summary>
    public static ILocator Shown(IPage page) => page.Locator(".ac-adaptiveCard");

    /// <summary>The Playground's user gets another role, and the unit that goes with it.</summary>
    public async Task BecomeAsync(string role, string unit)
    {
        var file = Path.Combine(_folder.FullName, "contacts.csv");
        await File.WriteAllTextAsync(
            file,
            "upn,aad_object_id,name,role,org_unit,language\n"
                + $"official.syt@example.org,00000000-0000-0000-0000-000000000001,Chuyên viên,{role},{unit},vi\n"
        );
        var (code, printed) = await Bot.RunAsync("import", file);
        Assert.True(code == 0, printed);
    }

    /// <summary>Writes the bot's mention, as it is offered after an @, and the text.</summary>
    public static async Task MentionAsync(IPage page, string text)
    {
        await Box(page).ClickAsync();
        await page.Keyboard.TypeAsync("@");
        await page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = BotName }).ClickAsync();
        await page.Keyboard.TypeAsync(text);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }

        _process?.Dispose();
        if (Bot is not null)
        {
            await Bot.DisposeAsync();
        }

        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitUntilUpAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var ping = await _http.GetAsync(new Uri(_address, "/_debug/ping"), patience.Token);
                if (ping.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) { }
            await Task.Delay(100, patience.Token);
        }
    }

    private static string Other(int number) =>
        $"{{ id: user-id-{number}, name: Other {number}, userPrincipleName: other{number}@example.org, email: other{number}@example.org, "
        + $"aadObjectId: 00000000-0000-0000-0000-00000000002{number}, givenName: Other, surname: Person }}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
