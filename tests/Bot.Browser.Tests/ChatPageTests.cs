using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

public sealed partial class ChatPageTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    private const string FoundingQuestion = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";

    [SkippableFact]
    public async Task The_founding_question_typed_in_gets_both_figures_with_their_bases()
    {
        await using var visit = await browser.OpenAsync();
        await visit.PictureAsync("welcome");

        var answer = await visit.AskAsync(FoundingQuestion);
        await visit.PictureAsync("desktop-light");

        Assert.Contains("100%", answer, StringComparison.Ordinal);
        Assert.Contains("80%", answer, StringComparison.Ordinal);
        Assert.Contains("28/03/2023", answer, StringComparison.Ordinal);
        await Expect(visit.SendBox).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task An_unclear_question_is_answered_by_buttons_and_a_click_on_one_answers_it()
    {
        await using var visit = await browser.OpenAsync();

        await visit.AskAsync("Sở Y tế dịch vụ công trực tuyến bao nhiêu?");
        await visit.PictureAsync("clarify");
        var choice = visit.Cards.Last.Locator(".ac-selectable, .ac-pushButton").First;
        var chosen = (await choice.InnerTextAsync()).Split('\n')[0].Trim().Normalize(NormalizationForm.FormC);
        var answer = await visit.AnswerToAsync(() => choice.ClickAsync());
        await visit.PictureAsync("clarified");

        // The reading that was chosen, and its figures.
        Assert.Contains(chosen, answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("100%", answer, StringComparison.Ordinal);
        Assert.Contains("28/03/2023", answer, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task A_follow_up_is_read_with_the_question_before_it()
    {
        await using var visit = await browser.OpenAsync();

        await visit.AskAsync(FoundingQuestion);
        var answer = await visit.AskAsync("còn Sở GTVT?");
        await visit.PictureAsync("follow-up");

        Assert.Contains("Chưa có số liệu", answer, StringComparison.Ordinal);
        Assert.Contains("dịch vụ công trực tuyến toàn trình của Sở Giao thông vận tải", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("80%", answer, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_suggested_question_has_an_answer_from_the_article(int suggestion)
    {
        await using var visit = await browser.OpenAsync();

        await visit.AnswerToAsync(() => visit.Page.Locator("#suggestions button").Nth(suggestion).ClickAsync());
        await visit.PictureAsync($"suggestion-{suggestion + 1}");

        Assert.Contains("28/03/2023", await visit.Cards.Last.InnerTextAsync(), StringComparison.Ordinal);
        await Expect(visit.SendBox).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Another_role_starts_a_new_conversation_and_says_so()
    {
        await using var visit = await browser.OpenAsync();
        await visit.AskAsync(FoundingQuestion);

        await visit.Page.GetByLabel("Đoàn kiểm tra").CheckAsync();
        await Expect(visit.Page.Locator("#role")).ToHaveTextAsync("Vai trò: Đoàn kiểm tra");
        await Expect(visit.Cards).ToHaveCountAsync(1);
        await visit.PictureAsync("other-role");

        Assert.Contains("80%", await visit.AskAsync(FoundingQuestion), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [SkippableTheory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(320, false)]
    public async Task On_a_phone_nothing_scrolls_sideways_and_the_role_is_behind_a_button(int width, bool dark)
    {
        await using var visit = await browser.OpenAsync(width, 844, dark);
        await visit.AskAsync(FoundingQuestion);
        await visit.PictureAsync($"phone-{width}-{(dark ? "dark" : "light")}");
        Assert.Equal(0, await visit.SidewaysAsync());

        await visit.Page.Locator("#persona-button").ClickAsync();
        await visit.PictureAsync($"phone-{width}-{(dark ? "dark" : "light")}-roles");
        await visit.Page.GetByLabel("Quản trị").ClickAsync();
        await Expect(visit.Page.Locator("#personas")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#role")).ToHaveTextAsync("Vai trò: Quản trị");

        await visit.AnswerToAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Hạn chế của Sở Y tế?" }).ClickAsync());
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Kế hoạch nào còn thiếu?" })).ToBeVisibleAsync();
        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task A_dark_system_gets_a_dark_page_and_a_dark_card_and_a_change_is_followed()
    {
        await using var visit = await browser.OpenAsync(dark: true);
        await visit.AskAsync(FoundingQuestion);
        await visit.PictureAsync("desktop-dark");
        Assert.Equal("rgb(31, 31, 31)", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        var bubble = visit.Page.Locator(".webchat__bubble__content").Last;
        await Expect(bubble).ToHaveCSSAsync("background-color", "rgb(41, 41, 41)");

        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        await Expect(bubble).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        Assert.Contains("80%", await visit.Cards.Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task In_English_the_page_and_the_answer_are_English()
    {
        await using var visit = await browser.OpenAsync(path: "/?lang=en");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await visit.PictureAsync("english-welcome");

        var answer = await visit.AnswerToAsync(() => visit.Page.Locator("#suggestions button").First.ClickAsync());
        await visit.PictureAsync("english");

        Assert.Contains("28 March 2023", answer, StringComparison.Ordinal);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tiếng Việt" }).ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task The_keyboard_alone_reaches_role_suggestions_log_and_send_box_in_this_order()
    {
        await using var visit = await browser.OpenAsync();
        var reached = new List<string>();
        while (reached.LastOrDefault() != "box" && reached.Count < 30)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            reached.Add(
                await visit.Page.EvaluateAsync<string>(
                    """
                    () => { const e = document.activeElement; return e.closest('#personas') ? 'role' : e.closest('#suggestions') ? 'suggestion'
                      : e.dataset.id === 'webchat-sendbox-input' ? 'box' : e.closest('#chat') ? 'log' : 'other'; }
                    """
                )
            );
        }

        Assert.Equal(["role", "suggestion", "other", "log", "box"], reached.Distinct());
        await visit.Page.Keyboard.TypeAsync(FoundingQuestion);
        Assert.Contains("80%", await visit.AnswerToAsync(() => visit.Page.Keyboard.PressAsync("Enter")), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("/", "Thiếu thành phần khung chat")]
    [InlineData("/?lang=en", "Node.js 20")]
    public async Task Without_the_bundle_the_page_says_what_is_missing_and_how_to_ask_meanwhile(string path, string words)
    {
        await using var visit = await browser.VisitAsync();
        // The page as a build without Node.js serves it: its data name no bundle.
        await visit.Page.RouteAsync(
            address => new Uri(address).AbsolutePath == "/",
            async route =>
            {
                var served = await route.FetchAsync();
                var page = await served.TextAsync();
                var without = Bundle().Replace(page, "\"bundle\":null");
                Assert.NotEqual(page, without);
                await route.FulfillAsync(new() { Response = served, Body = without });
            }
        );
        await visit.Page.GotoAsync(new Uri(browser.Bot.Address, path).ToString());

        var missing = visit.Page.Locator("#no-bundle");
        await Expect(missing).ToBeVisibleAsync();
        await Expect(missing).ToContainTextAsync(words);
        await Expect(missing).ToContainTextAsync("dotnet run --project src/Bot -- ask");
        await Expect(visit.Page.Locator("#connecting")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#failure")).ToBeHiddenAsync();
        await visit.PictureAsync("no-bundle");
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task The_log_is_a_live_region_and_the_send_box_has_a_name()
    {
        await using var visit = await browser.OpenAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Log)).ToHaveCountAsync(1);
        Assert.NotEmpty((await visit.SendBox.GetAttributeAsync("aria-label"))!);
        await Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "Xem với vai trò" })).ToBeVisibleAsync();
    }

    [GeneratedRegex("\"bundle\":\"[^\"]*\"")]
    private static partial Regex Bundle();
}
