using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>
/// The whole round on the chat page, by typing and clicking: the inspector has the official reminded, the official reports the plan, the
/// inspector returns it and confirms it, and each sees the present state once, in the card that came.
/// </summary>
public sealed class ReminderRoundTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    [SkippableTheory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Inspector_and_official_see_the_same_state_in_the_cards_that_they_got(int width, bool dark)
    {
        var look = width > 640 ? "desktop" : "phone";
        await using var official = await browser.OpenAsync(width, 900, dark);
        await ChooseAsync(official, "Đầu mối Sở Giao thông vận tải", width);
        await using var inspector = await browser.OpenAsync(width, 900, dark);
        await ChooseAsync(inspector, "Đoàn kiểm tra", width);

        // Another plan than the article's, so that this round is its own on the store that the tests share.
        var type = width > 640 ? "kế hoạch khảo sát mức độ hài lòng" : "kế hoạch ISO";
        await inspector.AskAsync($"nhắc Sở Giao thông vận tải nộp {type} năm nay");
        await inspector.PictureAsync($"round-{look}-1-asked");
        var reminder = official.Cards.Nth(1);
        await ClickAsync(inspector.Cards.Last, "Gửi nhắc việc");
        await reminder.WaitForAsync();
        await official.PictureAsync($"round-{look}-2-reminder");

        await ReportAsync(reminder, "12/KH-SGTVT");
        await Expect(reminder).ToContainTextAsync("chờ Đoàn kiểm tra xác nhận");
        await Expect(official.Cards).ToHaveCountAsync(2);
        await Expect(official.Page.Locator(".webchat__text-content").Last)
            .ToHaveTextAsync("Đã ghi nhận. Thẻ phía trên cho thấy trạng thái mới.");
        await official.PictureAsync($"round-{look}-3-reported");

        var request = inspector.Cards.Nth(2);
        await Expect(request).ToContainTextAsync("12/KH-SGTVT");
        await inspector.PictureAsync($"round-{look}-4-request");
        await ClickAsync(request, "Trả lại");
        await request.Locator("textarea").FillAsync("Chưa có chữ ký của lãnh đạo Sở");
        await ClickAsync(request, "Gửi trả lại");
        await Expect(request).ToContainTextAsync("Chưa có chữ ký của lãnh đạo Sở");
        await inspector.PictureAsync($"round-{look}-5-returned");

        var told = official.Cards.Nth(2);
        await Expect(told).ToContainTextAsync("Chưa có chữ ký của lãnh đạo Sở");
        await Expect(reminder).ToContainTextAsync("Chưa có chữ ký của lãnh đạo Sở");
        await ReportAsync(told, "13/KH-SGTVT");
        await Expect(told).ToContainTextAsync("13/KH-SGTVT");

        var again = inspector.Cards.Nth(3);
        await Expect(again).ToContainTextAsync("13/KH-SGTVT");
        await ClickAsync(again, "Xác nhận");
        foreach (var card in (ILocator[])[again, request, told, reminder])
        {
            await Expect(card).ToContainTextAsync("Đã ban hành, Đoàn kiểm tra đã xác nhận");
        }

        // What was clicked changed in its place; no second card says the same.
        await Expect(official.Cards).ToHaveCountAsync(3);
        await Expect(inspector.Cards).ToHaveCountAsync(4);
        await official.PictureAsync($"round-{look}-6-official-done");
        await inspector.PictureAsync($"round-{look}-7-inspector-done");
        Assert.Equal(0, await official.SidewaysAsync());
        Assert.Equal(0, await inspector.SidewaysAsync());
        Assert.Empty(official.Complaints);
        Assert.Empty(inspector.Complaints);
    }

    [SkippableTheory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task The_inspector_sees_what_is_due_the_digest_with_its_chart_and_what_will_go_out(int width, bool dark)
    {
        var look = width > 640 ? "desktop" : "phone";
        await using var inspector = await browser.OpenAsync(width, 1400, dark);
        await ChooseAsync(inspector, "Đoàn kiểm tra", width);

        await inspector.AnswerToAsync(() =>
            inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Hôm nay có gì đến hạn?" }).ClickAsync()
        );
        await inspector.PictureAsync($"due-today-{look}");
        var digest = await inspector.AskAsync("tổng hợp tuần này");
        Assert.Contains("Tổng hợp của Đoàn kiểm tra", digest, StringComparison.Ordinal);
        var chart = inspector.Cards.Last.Locator("img[src^='/charts/'], img[src*='/charts/']");
        Assert.True(await chart.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)") > 100);
        await inspector.PictureAsync($"digest-{look}");
        var fetched = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        inspector.Page.Context.Response += (_, response) =>
            _ = response.Url.Contains("/lists/", StringComparison.Ordinal) && fetched.TrySetResult(response.Status);
        await inspector.Cards.Last.Locator("button[aria-expanded]").ClickAsync();
        await inspector.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Danh sách CSV" }).ClickAsync();
        Assert.Equal(200, await fetched.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        var preview = await inspector.AnswerToAsync(() => ClickAsync(inspector.Cards.Last, "Lịch nhắc tới"));
        Assert.Contains("Lịch nhắc sắp tới", preview, StringComparison.Ordinal);
        await inspector.PictureAsync($"preview-{look}");
        Assert.Equal(0, await inspector.SidewaysAsync());
        Assert.Empty(inspector.Complaints);
    }

    private static async Task ChooseAsync(ChatVisit visit, string role, int width)
    {
        if (width < 640)
        {
            await visit.Page.Locator("#persona-button").ClickAsync();
        }

        await visit.Page.GetByLabel(role).CheckAsync();
        await Expect(visit.Page.Locator("#role")).ToHaveTextAsync($"Vai trò: {role}");
        await Expect(visit.Cards).ToHaveCountAsync(1);
    }

    private static async Task ReportAsync(ILocator card, string number)
    {
        await ClickAsync(card, "Đã ban hành");
        await card.Locator("input[type=text]").First.FillAsync(number);
        await card.Locator("input[type=date]").FillAsync(DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", null));
        await ClickAsync(card, "Gửi để xác nhận");
    }

    private static Task ClickAsync(ILocator card, string button) =>
        card.GetByRole(AriaRole.Button, new() { Name = button.Normalize(NormalizationForm.FormC), Exact = true }).ClickAsync();
}
