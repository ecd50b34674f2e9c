using System.Globalization;
using Microsoft.Playwright;
using TestedBot = Bot.Testing.BotProcess;

namespace Bot.Browser.Tests.Tab;

/// <summary>One bot with a sample city on 3 April 2023, and one headless Chromium for all tests of the dashboard.</summary>
public sealed class TabBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private TestedBot? _bot;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }
        _bot = await TestedBot.StartAsync(
            new Dictionary<string, string> { ["Clock__Today"] = "2023-04-03", ["Reminders__Enabled"] = "false" }
        );
        foreach (
            var arguments in (string[][])
                [
                    ["import", Path.Combine(AppContext.BaseDirectory, "Cases", "tab")],
                    ["remind", "--date", "2023-04-03"],
                ]
        )
        {
            var (code, printed) = await _bot.RunAsync(arguments);
            Assert.True(code == 0, printed);
        }
        var article = Path.Combine(TestedBot.Root, "tests/Bot.Tests/Cases/articles/founding-article.txt");
        Assert.Equal(0, (await _bot.RunAsync("import", article)).ExitCode);
        await ReportAsync("dl_syt", "SYT|digital-transformation-plan|2023", "35/KH-SYT");
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>The dashboard as a sample contact sees it. Skips the test where there is no browser.</summary>
    public async Task<TabVisit> OpenAsync(
        string path,
        string persona = "dl_inspector",
        int width = 1280,
        string theme = "light",
        bool script = true
    )
    {
        var visit = await VisitAsync(width, theme, script, afar: false);
        await visit.TakeAsync(persona);
        await visit.GoAsync(
            theme == "contrast" ? path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "theme=contrast" : path
        );
        return visit;
    }

    /// <summary>The same from elsewhere, where nobody is signed in.</summary>
    public async Task<TabVisit> OpenFromAfarAsync(string path, int width, string theme)
    {
        var visit = await VisitAsync(width, theme, script: true, afar: true);
        await visit.GoAsync(path);
        return visit;
    }

    private async Task<TabVisit> VisitAsync(int width, string theme, bool script, bool afar)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        var context = await _browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = width < 640 ? 844 : 900 },
                IsMobile = width < 640,
                HasTouch = width < 640,
                DeviceScaleFactor = width < 640 ? 2 : 1,
                ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = theme == "forced" ? ForcedColors.Active : ForcedColors.None,
                Locale = "vi-VN",
                TimezoneId = "Asia/Ho_Chi_Minh",
                JavaScriptEnabled = script,
                // A proxy speaks for others, and a sample contact is taken on this machine alone.
                ExtraHTTPHeaders = afar ? new Dictionary<string, string> { ["X-Forwarded-For"] = "203.0.113.7" } : null,
            }
        );
        return new TabVisit(context, await context.NewPageAsync(), new Uri(_bot!.Url));
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }
    }

    /// <summary>A unit reports a plan as issued, by the chat page's own protocol.</summary>
    private async Task ReportAsync(string persona, string obligation, string number)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_bot!.Url) };
        var generated = await PostAsync(http, "tokens/generate", null, $$$"""{"user":{"id":"{{{persona}}}"}}""");
        var started = await PostAsync(http, "conversations", Text(generated, "token"), """{"locale":"vi-VN"}""");
        await PostAsync(
            http,
            $"conversations/{Text(started, "conversationId")}/activities",
            Text(started, "token"),
            $$$"""{"type":"message","from":{"id":"{{{persona}}}"},"value":{"verb":"obligation/markIssued","obligation":"{{{obligation}}}","version":"0","documentNumber":"{{{number}}}","issuedOn":"2023-04-03","link":"https://example.org/35"}}"""
        );
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!(await _bot.RunAsync("export", "audit")).Printed.Contains("obligation/marked", StringComparison.Ordinal))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static async Task<string> PostAsync(HttpClient http, string path, string? token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/{path}")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(
            response.IsSuccessStatusCode,
            string.Create(CultureInfo.InvariantCulture, $"{path}: {(int)response.StatusCode} {text}")
        );
        return text;
    }

    private static string Text(string json, string name) =>
        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty(name).GetString()!;
}
