using Microsoft.Playwright;

namespace Bot.Browser.Tests;

/// <summary>Every golden card, drawn by the real renderer: light, dark, in the system's high contrast and at phone width. The pictures are there to be looked at.</summary>
public sealed class CardGalleryTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    // A long conversation draws slowly: each visit gets a share.
    private const int InOneVisit = 60;
    private const string Picture =
        """<svg xmlns="http://www.w3.org/2000/svg" width="480" height="160"><rect width="480" height="160" fill="#888"/></svg>""";

    [SkippableTheory]
    [InlineData("light", 1280, "vi")]
    [InlineData("light", 1280, "en")]
    [InlineData("dark", 1280, "vi")]
    [InlineData("forced", 1280, "vi")]
    [InlineData("phone", 390, "vi")]
    public async Task Each_card_is_drawn_without_complaints(string look, int width, string language)
    {
        var files = Directory.EnumerateFiles(GoldenCards.Folder, $"*.{language}.json").Order(StringComparer.Ordinal).ToList();
        Assert.True(files.Count > 40);
        foreach (var share in files.Chunk(InOneVisit))
        {
            await DrawAsync(share, look, width);
        }
    }

    private async Task DrawAsync(string[] files, string look, int width)
    {
        await using var visit = await browser.OpenAsync(width, 1600, dark: look == "dark", forced: look == "forced");
        // The cards name pictures that no bot has drawn.
        await visit.Page.RouteAsync(
            "**/charts/*.png",
            route => route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = Picture })
        );
        List<ILocator> cards = [];
        foreach (var file in files)
        {
            cards.Add(await DrawAsync(visit, await File.ReadAllTextAsync(file)));
        }

        // Only now: a new card scrolls the transcript.
        foreach (var (card, file) in cards.Zip(files))
        {
            await card.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"card-{Path.GetFileNameWithoutExtension(file)}-{look}.png"),
                }
            );
            Assert.Equal(0, await card.EvaluateAsync<int>("card => Math.max(0, card.scrollWidth - card.clientWidth)"));
        }

        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.Empty(visit.Complaints);
    }

    // As if the bot had sent it: the page's own store takes the activity.
    private static async Task<ILocator> DrawAsync(ChatVisit visit, string card)
    {
        var before = await visit.Cards.CountAsync();
        await visit.Page.EvaluateAsync(
            """
            card => chat.store.dispatch({
              type: 'DIRECT_LINE/INCOMING_ACTIVITY',
              payload: { activity: {
                type: 'message', id: 'gallery-' + Math.random(), timestamp: new Date().toISOString(), from: { id: 'bot', role: 'bot' },
                attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.parse(card) }]
              } }
            })
            """,
            card
        );
        var drawn = visit.Cards.Nth(before);
        await drawn.WaitForAsync();
        return drawn;
    }
}
