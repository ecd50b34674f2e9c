using Microsoft.Playwright;

namespace Bot.Browser.Tests;

/// <summary>One bot and one headless Chromium for all tests of the chat page.</summary>
public sealed class ChatBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What this machine lacks, by name; null when the tests can run.</summary>
    public string? Missing { get; private set; }

    public BotProcess Bot { get; } = new();

    public async Task InitializeAsync()
    {
        Missing =
            Chromium.Missing
            ?? (
                File.Exists(Path.Combine(AppContext.BaseDirectory, "webchat", "webchat.js"))
                    ? null
                    : "Node.js with npm (the build could not fetch botframework-webchat)"
            );
        if (Missing is not null)
        {
            return;
        }
        await Bot.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>The chat page, opened by a new visitor; waits until questions can be typed. Skips the test where something is missing.</summary>
    public async Task<ChatVisit> OpenAsync(int width = 1280, int height = 900, bool dark = false, string path = "/", bool forced = false)
    {
        var visit = await VisitAsync(width, height, dark, forced);
        await visit.GoAsync(path);
        return visit;
    }

    /// <summary>A new visitor who has opened nothing yet. Skips the test where something is missing.</summary>
    public async Task<ChatVisit> VisitAsync(int width = 1280, int height = 900, bool dark = false, bool forced = false)
    {
        Skip.If(Missing is not null, Missing);
        var context = await _browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                IsMobile = width < 640,
                HasTouch = width < 640,
                DeviceScaleFactor = width < 640 ? 2 : 1,
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = forced ? ForcedColors.Active : ForcedColors.None,
                Locale = "vi-VN",
                TimezoneId = "Asia/Ho_Chi_Minh",
            }
        );
        return new ChatVisit(context, await context.NewPageAsync(), Bot.Address);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        await Bot.DisposeAsync();
    }
}
