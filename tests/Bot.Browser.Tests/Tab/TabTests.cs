using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests.Tab;

public sealed class TabTests(TabBrowser browser) : IClassFixture<TabBrowser>
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/tab"),
        ("late", "/tab?state=late"),
        ("units", "/tab/units?kind=department"),
        ("unit", "/tab/units/SXD"),
        ("deliveries", "/tab/deliveries"),
        ("review", "/tab/review"),
        ("nothing", "/tab/units?q=zzz"),
        ("not-found", "/tab/units/NOSUCH"),
    ];

    [SkippableTheory]
    [InlineData("light", 1280)]
    [InlineData("light", 390)]
    [InlineData("dark", 1280)]
    [InlineData("dark", 390)]
    [InlineData("contrast", 1280)]
    [InlineData("contrast", 390)]
    [InlineData("forced", 1280)]
    [InlineData("light", 320)]
    public async Task Every_page_is_whole_and_accessible(string theme, int width)
    {
        await using var visit = await browser.OpenAsync("/tab", width: width, theme: theme);
        foreach (var (name, path) in Pages)
        {
            await visit.GoAsync(
                theme == "contrast" ? path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "theme=contrast" : path
            );
            await visit.PictureAsync($"{name}-{width}-{theme}");
            Assert.Equal(0, await visit.SidewaysAsync());
            // Forced colours are the system's own: their contrast is not the page's to answer for.
            Assert.Empty(
                (await visit.FaultsAsync())
                    .Where(f => theme != "forced" || !f.StartsWith("color-contrast", StringComparison.Ordinal))
                    .Select(f => $"{name}: {f}")
            );
            if (width < 640)
            {
                Assert.Empty((await visit.SmallAsync(44)).Select(s => $"{name}: {s}"));
            }
        }
        // The page of what is not there is a 404 by right.
        Assert.DoesNotContain(visit.Complaints, c => !c.Contains("404", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("contrast")]
    public async Task Forms_and_sources_that_are_unfolded_are_accessible_too(string theme)
    {
        await using var visit = await browser.OpenAsync("/tab", theme: theme);
        foreach (var path in (string[])["/tab", "/tab/units/SYT", "/tab/units/SXD"])
        {
            await visit.GoAsync(theme == "contrast" ? $"{path}?theme=contrast" : path);
            var folds = await visit.Page.EvaluateAsync<int>(
                "() => { const all = [...document.querySelectorAll('details')]; all.forEach(d => d.open = true); return all.length; }"
            );
            Assert.True(folds > 0, path);
            await visit.PictureAsync($"unfolded-{path.Split('/')[^1]}-{theme}");
            Assert.Empty((await visit.FaultsAsync()).Select(f => $"{path}: {f}"));
        }
    }

    [SkippableTheory]
    [InlineData("light", 1280)]
    [InlineData("dark", 390)]
    [InlineData("contrast", 1280)]
    public async Task The_page_for_who_is_not_signed_in_is_whole_and_accessible(string theme, int width)
    {
        await using var visit = await browser.OpenFromAfarAsync(theme == "contrast" ? "/tab?theme=contrast" : "/tab", width, theme);
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("mở trong Microsoft Teams");
        await visit.PictureAsync($"signed-out-{width}-{theme}");

        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.Empty(await visit.FaultsAsync());
    }

    // A line each: value, target, gap, what the sparkline says to who does not see it, and how many unbroken lines it has.
    [SkippableTheory]
    [InlineData("giải quyết trước và đúng hạn", "86,2%", "ít nhất 95%", "Còn thiếu 8,8 điểm phần trăm", "thấp nhất 86,2% (quý I/2023)", 1)]
    [InlineData("dịch vụ công trực tuyến toàn trình", "100%", "ít nhất 100%", "Bằng chỉ tiêu 100%", "Từ 70% (quý II/2021)", 1)]
    [InlineData("hồ sơ nộp trực tuyến", "81%", "ít nhất 80%", "Vượt 1 điểm phần trăm", "cao nhất 81% (quý I/2023)", 2)]
    [InlineData("hồ sơ thanh toán trực tuyến", "“còn thấp”", "ít nhất 60%", "Chỉ có nhận xét bằng lời", null, 0)]
    public async Task A_figure_stands_beside_its_target_its_gap_and_its_trend(
        string indicator,
        string value,
        string target,
        string gap,
        string? told,
        int lines
    )
    {
        await using var visit = await browser.OpenAsync("/tab/units/SXD");
        var row = visit.Page.Locator("table.figures tbody tr").Filter(new() { HasText = indicator });

        await Expect(row.Locator(".value")).ToHaveTextAsync(value);
        await Expect(row.Locator("td").Nth(1)).ToContainTextAsync(target);
        await Expect(row.Locator(".state")).ToContainTextAsync(gap);
        await Expect(row.Locator(".source")).ToContainTextAsync("Quý I/2023");
        // A quarter without a figure breaks the line.
        await Expect(row.Locator("polyline")).ToHaveCountAsync(lines);
        await Expect(row.Locator("line.target")).ToHaveCountAsync(told is null ? 0 : 1);
        if (told is not null)
        {
            await Expect(row.Locator("svg.spark"))
                .ToHaveAttributeAsync(
                    "aria-label",
                    new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(told))
                );
        }
    }

    [SkippableFact]
    public async Task A_units_figures_are_taken_away_as_they_stand_there()
    {
        await using var visit = await browser.OpenAsync("/tab/units/SXD");
        var file = await visit.Page.APIRequest.GetAsync(
            new Uri(new Uri(visit.Page.Url), await visit.Page.Locator("a[href*='format=csv']").GetAttributeAsync("href")).ToString()
        );

        Assert.Equal(
            """
            org_unit,indicator,basis,period,value,text,target,target_met,gap,status,source
            SXD,on-time-or-early,settled,2023-Q1,86.2,,>=95,no,-8.8,approved,du-lieu-mau
            SXD,full-online-offered,eligible,2023-Q1,100,,>=100,yes,0,approved,du-lieu-mau
            SXD,online-dossiers,all-dossiers,2023-Q1,81,,>=80,yes,1,approved,du-lieu-mau
            SXD,online-payment-dossiers,with-fees,2023-Q1,,còn thấp,>=60,,,approved,du-lieu-mau
            """,
            (await file.TextAsync()).Trim('\ufeff', '\r', '\n').ReplaceLineEndings()
        );
    }

    [SkippableFact]
    public async Task A_notice_that_did_not_arrive_says_why()
    {
        await using var visit = await browser.OpenAsync("/tab/deliveries?state=failed");

        await Expect(visit.Page.Locator("td.reason").First)
            .ToContainTextAsync("Người nhận chưa từng nhắn cho trợ lý, và chưa cấu hình mã ứng dụng để tạo cuộc trò chuyện");
        await Expect(visit.Page.Locator("td.reason").First.GetByRole(AriaRole.Button, new() { Name = "Gửi lại" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_document_s_proposals_are_reviewed_on_their_page()
    {
        await using var visit = await browser.OpenAsync("/tab/review");
        await visit.Page.Locator(".rows a").First.ClickAsync();
        await visit.PictureAsync("document-1280-light");

        Assert.Empty(await visit.FaultsAsync());
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Duyệt", Exact = true }).First).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task The_keyboard_alone_reaches_what_can_be_done_and_the_first_key_skips_to_it()
    {
        await using var visit = await browser.OpenAsync("/tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".skip")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".tile").First).ToBeFocusedAsync();
        Assert.NotEqual("none", await visit.Page.Locator(".tile").First.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tile_filters_and_the_address_can_be_passed_on_with_and_without_a_script(bool script)
    {
        await using var visit = await browser.OpenAsync("/tab", script: script);
        await visit.Page.Locator(".tile").First.ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/tab\?state=late$"));
        await Expect(visit.Page.Locator("#by-state")).ToContainTextAsync("Quá hạn");
        await visit.Page.Locator("#q").FillAsync("xay dung");
        await visit.Page.Locator("#q").PressAsync("Enter");
        await Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await visit.Page.Locator("tbody a").ClickAsync();
        await Expect(visit.Page.Locator("h2.name")).ToHaveTextAsync("Sở Xây dựng");
    }

    [SkippableTheory]
    [InlineData(390)]
    [InlineData(800)]
    public async Task What_awaits_confirmation_stands_above_the_units_where_all_is_one_column(int width)
    {
        await using var visit = await browser.OpenAsync("/tab", width: width);
        var (waiting, units) = (await TopAsync("#to-confirm"), await TopAsync("#by-state"));

        Assert.True(waiting < units, $"{waiting} px, the units at {units} px");

        async Task<float> TopAsync(string heading) => (await visit.Page.Locator(heading).BoundingBoxAsync())!.Y;
    }

    [SkippableFact]
    public async Task An_inspector_returns_and_an_official_and_a_guest_have_no_such_button()
    {
        foreach (var persona in new[] { "dl_syt", "dl_sgtvt", "dl_admin", "" })
        {
            await using var other = await browser.OpenAsync("/tab/units/SYT", persona);
            await Expect(other.Page.Locator("#plans")).ToBeVisibleAsync();
            await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" })).ToHaveCountAsync(0);
        }

        await using var visit = await browser.OpenAsync("/tab");
        await visit.PictureAsync("before-return");
        await visit.Page.GetByText("Trả lại", new() { Exact = true }).First.ClickAsync();
        await visit.Page.Locator("details[open] textarea").FillAsync("Thiếu trang cuối");
        await visit.Page.Locator("details[open]").GetByRole(AriaRole.Button, new() { Name = "Gửi" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Đã ghi nhận thao tác.");
        await Expect(visit.Page.Locator("#to-confirm ~ .count")).ToHaveTextAsync("0");
        await Expect(visit.Page.Locator("#week ~ .rows li").First).ToContainTextAsync("trả lại");
        await visit.PictureAsync("after-return");
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task In_english_every_page_is_english()
    {
        await using var visit = await browser.OpenAsync("/tab?lang=en");
        foreach (var link in new[] { "Units", "Reminders", "Review", "Overview" })
        {
            await visit.Page.Locator("body > nav a", new() { HasText = link }).ClickAsync();
            await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
            await visit.PictureAsync($"english-{link}");
            Assert.Empty(await visit.FaultsAsync());
        }
    }
}
