using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.Browser.Tests.Tab;

/// <summary>One visitor at the dashboard, with what the browser complained about.</summary>
public sealed class TabVisit : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly List<string> _complaints = [];

    public TabVisit(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page, _address) = (context, page, address);
        page.PageError += (_, error) => _complaints.Add("page error: " + error);
        page.Console += (_, message) => _complaints.AddRange(message.Type is "error" or "warning" ? [$"console: {message.Text}"] : []);
        page.Request += (_, request) =>
            _complaints.AddRange(new Uri(request.Url).Authority == address.Authority ? [] : [$"asked another host: {request.Url}"]);
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, and requests to other hosts.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(_address, path).ToString());

    /// <summary>Takes a sample contact by the page's own buttons.</summary>
    public async Task TakeAsync(string persona)
    {
        await GoAsync("/tab");
        await Page.Locator($"button[name=persona][value='{persona}']").ClickAsync();
        await Assertions.Expect(Page.Locator($"button[name=persona][value='{persona}']")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    /// <summary>A picture to look at, in the test's output folder.</summary>
    public Task PictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"tab-{name}.png"), FullPage = true });

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public Task<int> SidewaysAsync() =>
        Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What the rules of accessibility find against the page, but what is minor.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var result = await Page.RunAxe(Rules);
        return
        [
            .. result.Violations.Where(v => v.Impact is not "minor").SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Impact}): {n.Html}")),
        ];
    }

    /// <summary>Controls that are too small for a finger.</summary>
    public Task<string[]> SmallAsync(int size) =>
        Page.EvaluateAsync<string[]>(
            """
            size => [...document.querySelectorAll('main a, main button, main summary, main input, nav a, header a, header button, header input')]
              .filter(e => e.type !== 'hidden' && e.checkVisibility())
              .map(e => [e, e.getBoundingClientRect()])
              .filter(([e, box]) => box.width > 0 && box.height < size && !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
              .map(([e, box]) => `${Math.round(box.height)} px: ${e.outerHTML.slice(0, 120)}`)
            """,
            size
        );

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
