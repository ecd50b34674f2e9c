using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>With a bot of its own, because it is stopped on the way.</summary>
public sealed class LostConnectionTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    [SkippableFact]
    public async Task A_page_whose_bot_is_gone_says_so_and_connects_again_when_it_is_back()
    {
        await using var visit = await browser.OpenAsync();
        await browser.Bot.StopAsync();

        await Expect(visit.Page.GetByText("Chưa kết nối được với trợ lý.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await visit.PictureAsync("not-connected");
        await browser.Bot.StartAsync();
        await visit.Page.GetByText("Kết nối lại").ClickAsync();

        await Expect(visit.Page.Locator("#failure")).ToBeHiddenAsync();
        await visit.Cards.First.WaitForAsync();
        Assert.Contains(
            "80%",
            await visit.AskAsync("Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?"),
            StringComparison.Ordinal
        );
    }
}
