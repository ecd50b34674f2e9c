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

    // The Playground draws no row that is chosen by a click of its own, and says so: what is inserted then stands in MessageExtensionTests.
    [SkippableFact]
    public async Task What_is_typed_into_the_compose_box_is_looked_up()
    {
        var page = await playground.OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Search Command" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Specify Command ID or Parameter" }).ClickAsync();
        await page.GetByPlaceholder("Command ID").FillAsync("search");
        await page.GetByPlaceholder("Parameter name").FillAsync("query");

        var answered = await page.RunAndWaitForResponseAsync(
            () => page.GetByPlaceholder("Enter a search term").FillAsync("Sở Y tế"),
            answer => answer.Url.EndsWith("/v1/invoke", StringComparison.Ordinal)
        );

        var found = JsonNode.Parse(await answered.TextAsync())!["composeExtension"]!;
        Assert.Equal("result", (string?)found["type"]);
        Assert.Contains("profile(unit=SYT)", found["attachments"]!.ToJsonString(), StringComparison.Ordinal);
        await Expect(page.GetByText("tap action is not supported yet").First).ToBeVisibleAsync();
        await PictureAsync(page, "search");
    }

    [SkippableFact]
    public async Task The_action_on_a_message_is_for_inspectors_and_what_was_found_is_decided_on_in_its_dialog()
    {
        const string said =
            "Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Tư pháp. Tại Sở Tư pháp, tỷ lệ văn bản đi gửi liên thông đến các cơ quan đạt 91,5%.";
        var page = await playground.OpenAsync();
        await AskAsync(page, said);

        var dialog = await ActOnMessageAsync(page, said);
        await Expect(dialog).ToContainTextAsync("Thao tác này dành cho Đoàn kiểm tra");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await playground.BecomeAsync("inspector", unit: "");
        try
        {
            dialog = await ActOnMessageAsync(page, said);
            await Expect(dialog).ToContainTextAsync("91,5%");
            await PictureAsync(page, "extract");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Duyệt 2 đề xuất" }).ClickAsync();
            await Expect(dialog).ToContainTextAsync("Đã xử lý xong");
            await Expect(dialog).ToContainTextAsync("đã duyệt");
        }
        finally
        {
            await playground.BecomeAsync("official", unit: "SYT");
        }
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

    private static async Task<ILocator> ActOnMessageAsync(IPage page, string words)
    {
        var message = page.GetByText(words).Last;
        await message.HoverAsync();
        // The nearest around it: other messages have such a button too.
        await message
            .Locator("xpath=ancestor::*[.//button[@aria-label='Show more information']][1]")
            .GetByRole(AriaRole.Button, new() { Name = "Show more information" })
            .ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Action Command" }).ClickAsync();
        await page.GetByPlaceholder("Input command id or leave blanks").FillAsync("extract");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        return page.GetByRole(AriaRole.Dialog);
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
