using Bot.Testing;
using Microsoft.Playwright;
using static Bot.Testing.SampleCity;
using static Microsoft.Playwright.Assertions;
using TestedBot = Bot.Testing.BotProcess;

namespace Bot.Browser.Tests.Tab;

/// <summary>The dashboard in a frame of a page at Teams' own address, which speaks the protocol of Teams' library and hands out a signed token.</summary>
public sealed class TeamsFrameTests : IAsyncLifetime
{
    private TokenIssuer _issuer = null!;
    private TestedBot? _bot;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _issuer = await TokenIssuer.StartAsync();
        if (Missing is null)
        {
            var settings = _issuer.Variables();
            settings["Clock__Today"] = "2023-04-03";
            settings["Reminders__Enabled"] = "false";
            settings["Teams__TenantId"] = Tenant;
            _bot = await TestedBot.StartAsync(settings);
            _playwright = await Playwright.CreateAsync();
            // Teams' page is public and the bot of a test is on this machine: a browser would ask before the one may frame the other.
            _browser = await Chromium.LaunchAsync(_playwright, "--disable-features=LocalNetworkAccessChecks");
        }
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
        await _issuer.DisposeAsync();
    }

    [SkippableFact]
    public async Task Teams_signs_in_without_a_word_and_the_page_takes_on_its_theme()
    {
        await using var context = await OpenAsync(_issuer.SignPerson(Tenant, Inspector), theme: "dark");
        var frame = await FrameAsync(context);

        await Expect(frame.Locator("#today")).ToHaveTextAsync("Reminders today");
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal("rgb(31, 31, 31)", await frame.Locator("body").EvaluateAsync<string>("b => getComputedStyle(b).backgroundColor"));
        var cookie = Assert.Single(await context.CookiesAsync(), c => c.Name == "__Host-tab");
        Assert.True(cookie is { Secure: true, HttpOnly: true, SameSite: SameSiteAttribute.None });

        // The theme is changed in Teams, once the page listens again after it was signed in.
        await context.Pages[0].WaitForFunctionAsync("() => listeners >= 2");
        await context.Pages[0].EvaluateAsync("() => { answers.getContext[0].theme = 'contrast'; tell('themeChange', ['contrast']); }");
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
        await frame.Locator(".tile").First.ClickAsync();
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
    }

    [SkippableFact]
    public async Task A_token_that_is_refused_is_said_so_once()
    {
        await using var context = await OpenAsync(_issuer.SignPerson(Guid.NewGuid().ToString(), Inspector), theme: "default");
        var frame = await FrameAsync(context);

        await Expect(frame.Locator("#signin-failed")).ToBeVisibleAsync();
        await Expect(frame.Locator("#signing-in")).ToBeHiddenAsync();
        Assert.Empty(await context.CookiesAsync());
    }

    private static string? Missing =>
        Chromium.Missing
        ?? (
            File.Exists(Path.Combine(AppContext.BaseDirectory, "tab-files", "teams.js"))
                ? null
                : "Node.js with npm (the build could not fetch teams-js)"
        );

    private async Task<IBrowserContext> OpenAsync(string token, string theme)
    {
        Skip.If(Missing is not null, Missing);
        // The proxy of a server in the city: no sample contacts.
        var context = await _browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        await context.RouteAsync(
            $"{_bot!.Url}/tab**",
            route => route.ContinueAsync(new() { Headers = [.. route.Request.Headers, new("X-Forwarded-For", "203.0.113.7")] })
        );
        await context.RouteAsync("https://res.cdn.office.net/**", route => route.AbortAsync());
        await context.RouteAsync(
            "https://teams.microsoft.com/**",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/html",
                        Body = $$$"""
                        <iframe src="{{{_bot.Url}}}/tab?locale=en-us" width="1200" height="800" title="tab"></iframe>
                        <script>
                          const frame = document.querySelector('iframe');
                          const answers = {
                            initialize: ['content', 'web', '', '2.0.1'],
                            getContext: [{ theme: '{{{theme}}}', locale: 'en-us', entityId: 'dashboard', hostClientType: 'web', sessionId: 's' }],
                            'authentication.getAuthToken': [true, '{{{token}}}'],
                          };
                          let listeners = 0;
                          addEventListener('message', event => {
                            const { id, uuid, func, args } = event.data;
                            listeners += func === 'registerHandler' && args[0] === 'themeChange';
                            if (answers[func]) {
                              event.source.postMessage({ id, uuid, args: answers[func] }, event.origin);
                            }
                          });
                          const tell = (func, args) => frame.contentWindow.postMessage({ func, args }, '{{{_bot.Url}}}');
                        </script>
                        """,
                    }
                )
        );
        return context;
    }

    private static async Task<IFrameLocator> FrameAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        await page.GotoAsync("https://teams.microsoft.com/v2/");
        try
        {
            await page.FrameLocator("iframe").Locator("h1").WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail("The frame stays empty: " + string.Join('\n', complaints));
        }
        return page.FrameLocator("iframe");
    }
}
