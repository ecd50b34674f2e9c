using Microsoft.Playwright;

namespace Bot.Browser.Tests;

/// <summary>The golden cards of obligations and proposals, each drawn by the real renderer: light, dark and at phone width. The pictures are there to be looked at.</summary>
public sealed class CardGalleryTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    private static readonly string[] Notices =
    [
        "reminder-",
        "waiting-",
        "returned-",
        "extension-",
        "done",
        "outdated",
        "form-",
        "why",
        "warning",
        "digest",
        "undelivered",
        "preview",
        "channel-",
        "wish-",
        "denied-",
        "review",
    ];

    [SkippableTheory]
    [InlineData("light", 1280, false)]
    [InlineData("dark", 1280, true)]
    [InlineData("phone", 390, false)]
    public async Task Each_card_of_an_obligation_or_proposal_is_drawn_without_complaints(string look, int width, bool dark)
    {
        await using var visit = await browser.OpenAsync(width, 1600, dark);
        var files = Directory
            .EnumerateFiles(Golden(), "*.json")
            .Where(f => Notices.Any(n => Path.GetFileName(f).StartsWith(n, StringComparison.Ordinal)))
            .Where(f => look == "light" || !f.EndsWith(".en.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(files.Count > 20);
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

    private static string Golden()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, "tests", "Bot.Tests", "Cards", "Golden") is var golden && Directory.Exists(golden))
            {
                return golden;
            }
        }

        throw new DirectoryNotFoundException("The golden cards are not above " + AppContext.BaseDirectory);
    }
}
