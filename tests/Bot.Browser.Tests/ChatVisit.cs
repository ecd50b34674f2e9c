using System.Text;
using Microsoft.Playwright;

namespace Bot.Browser.Tests;

/// <summary>One visitor at the chat page, with what the browser complained about.</summary>
public sealed class ChatVisit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly List<string> _complaints = [];

    public ChatVisit(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page, _address) = (context, page, address);
        page.PageError += (_, error) => _complaints.Add("page error: " + error);
        page.Console += (_, message) => _complaints.AddRange(message.Type is "error" or "warning" ? [$"console: {message.Text}"] : []);
        page.Request += (_, request) => _complaints.AddRange(IsOwn(new Uri(request.Url)) ? [] : [$"asked another host: {request.Url}"]);
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, and requests to other hosts.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator SendBox => Page.Locator("[data-id=webchat-sendbox-input]");

    public ILocator Cards => Page.Locator(".ac-adaptiveCard");

    /// <summary>What the visitor said in these words, as often as it stands in the log.</summary>
    public ILocator Said(string words) => Page.Locator(".webchat__bubble--from-user").Filter(new() { HasText = words });

    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_address, path).ToString());
        await SendBox.WaitForAsync();
        // The welcome card is there once and for all: later cards are answers.
        await Cards.First.WaitForAsync();
    }

    /// <summary>Types the question and waits for a new card; its text, composed.</summary>
    public Task<string> AskAsync(string question) =>
        AnswerToAsync(async () =>
        {
            await SendBox.FillAsync(question);
            await SendBox.PressAsync("Enter");
        });

    /// <summary>Does it and waits for a new card; its text, composed.</summary>
    public async Task<string> AnswerToAsync(Func<Task> act)
    {
        var before = await Cards.CountAsync();
        await act();
        await Cards.Nth(before).WaitForAsync();
        return (await Cards.Nth(before).InnerTextAsync()).Normalize(NormalizationForm.FormC);
    }

    /// <summary>A picture to look at, in the test's output folder.</summary>
    public async Task PictureAsync(string name)
    {
        // What Web Chat scrolls into view after an answer has come to rest when two frames are equal; a picture is no assertion.
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"chat-{name}.png") });
    }

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public Task<int> SidewaysAsync() =>
        Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth");

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private bool IsOwn(Uri address) => address.Scheme is "data" or "blob" || address.Authority == _address.Authority;
}
