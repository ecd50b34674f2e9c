using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Bot.Browser.Tests.Playground;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>What an official sees in Microsoft's own emulation of Teams: personal chat, group, channel, compose box, and a reminder that comes by itself.</summary>
public sealed class PlaygroundTests(Playground playground) : IClassFixture<Playground>
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";

    [SkippableFact]
    public async Task A_question_is_answered_and_a_click_changes_the_card_in_its_place()
    {
        var page = await playground.OpenAsync();
        await AskAsync(page, Question);
        var answer = Shown(page).Last;
        await Expect(answer).ToContainTextAsync("80%");
        var before = await Shown(page).CountAsync();

        await answer.GetByRole(AriaRole.Button, new() { Name = "So sánh các sở" }).ClickAsync();

        await Expect(Shown(page).Last).Not.ToContainTextAsync("80%");
        Assert.Equal(before, await Shown(page).CountAsync());
        await PictureAsync(page, "personal");
    }

    [SkippableTheory]
    [InlineData("Group Chat", "Enter")]
    [InlineData("Announcements", "Post")]
    public async Task A_mention_in_a_group_and_in_a_channel_is_answered_there_and_a_click_changes_the_card(string place, string sends)
    {
        var page = await playground.OpenAsync();
        await page.GetByText(place, new() { Exact = true }).First.ClickAsync();
        await MentionAsync(page, Question);
        await (sends == "Post" ? page.GetByRole(AriaRole.Button, new() { Name = sends }).ClickAsync() : page.Keyboard.PressAsync(sends));

        var answer = Shown(page).Filter(new() { HasText = "80%" });
        await Expect(answer).ToHaveCountAsync(1);
        await PictureAsync(page, place);
        await answer.GetByRole(AriaRole.Button, new() { Name = "So sánh các sở" }).ClickAsync();
        await Expect(answer).ToHaveCountAsync(0);
        await Expect(Shown(page).Filter(new() { HasText = "Dịch vụ công trực tuyến toàn trình" })).Not.ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task The_compose_box_finds_and_inserts()
    {
        await playground.OpenAsync();

        var rows = await playground.InvokeAsync(
            "composeExtension/query",
            new()
            {
                ["commandId"] = "search",
                ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = "Sở Y tế" }),
                ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
            }
        );

        Assert.Contains("profile(unit=SYT)", rows.ToJsonString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_reminder_comes_by_itself()
    {
        var page = await playground.OpenAsync();
        await AskAsync(page, "xin chào");

        var (code, printed) = await playground.Bot.RunAsync("remind", "--date", "2023-04-03");

        Assert.True(code == 0, printed);
        await Expect(Shown(page).Last).ToContainTextAsync("Kế hoạch chuyển đổi số", new() { IgnoreCase = true });
        await PictureAsync(page, "reminder");
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await Box(page).ClickAsync();
        await page.Keyboard.TypeAsync(question);
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task<byte[]> PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"playground-{name}.png") });
}
