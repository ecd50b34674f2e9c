using System.Net;
using static Bot.Testing.SampleCity;

namespace Bot.Wire.Tests.Tab;

public sealed class TabPageTests(SharedTabBot shared) : IClassFixture<SharedTabBot>
{
    private readonly TabBot _tab = shared.Tab;

    [Fact]
    public async Task The_overview_shows_the_missing_plan_of_the_article_and_its_counts_add_up()
    {
        var inspector = await _tab.AsAsync(Inspector);

        var page = (await inspector.GetAsync()).Body;
        Assert.Contains("Sở Y tế", page, StringComparison.Ordinal);
        var rows = (await inspector.GetAsync("/tab?format=csv"))
            .Body.TrimStart('\ufeff')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("org_unit,unit,late,waiting,due,upcoming,issued", rows[0]);
        foreach (var (state, column) in new[] { ("late", 5), ("waiting", 4), ("due", 3), ("upcoming", 2), ("issued", 1) })
        {
            var listed = (await inspector.GetAsync($"/tab?state={state}&format=csv")).Body.Split(
                "\r\n",
                StringSplitOptions.RemoveEmptyEntries
            );
            var counted = rows.Skip(1).Sum(row => int.Parse(row.Split(',')[^column], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(counted, listed.Length - 1);
        }
        var late = (await inspector.GetAsync("/tab?state=late")).Body;
        Assert.Contains("Kế hoạch chuyển đổi số năm 2023", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_units_page_shows_each_figure_with_its_basis_and_source()
    {
        var page = (await (await _tab.AsAsync(Guest)).GetAsync("/tab/units/SYT")).Body;

        Assert.Contains("so với tổng số thủ tục hành chính thuộc thẩm quyền", page, StringComparison.Ordinal);
        Assert.Contains("80% so với tổng số thủ tục hành chính thuộc thẩm quyền của Sở", page, StringComparison.Ordinal);
        Assert.Contains("“thấp”", page, StringComparison.Ordinal);
        Assert.Contains("Công tác văn thư - lưu trữ chưa được quan tâm đúng mức", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tab?lang=en", "vi-VN", "Administrative reform dashboard")]
    [InlineData("/tab?locale=en-us", "vi-VN", "Administrative reform dashboard")]
    [InlineData("/tab", "en-GB,en;q=0.9,vi;q=0.5", "Administrative reform dashboard")]
    [InlineData("/tab?lang=vi", "en-GB", "Bảng theo dõi CCHC")]
    [InlineData("/tab", "vi,en;q=0.5", "Bảng theo dõi CCHC")]
    [InlineData("/tab", "", "Bảng theo dõi CCHC")]
    public async Task The_language_is_the_addresss_then_that_of_teams_then_the_browsers(string path, string accepted, string title)
    {
        var page = await _tab.GetAsync(path, (await _tab.AsAsync(Inspector)).Cookie, ("Accept-Language", accepted));

        Assert.Contains($"<h1>{title}</h1>", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tab?state=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/tab?kind=planet", HttpStatusCode.BadRequest)]
    [InlineData("/tab?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/tab?page=9999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("/tab/deliveries?state=late", HttpStatusCode.BadRequest)]
    [InlineData("/tab/units/NOSUCH", HttpStatusCode.NotFound)]
    [InlineData("/tab/units/%27%22%3Cscript%3E", HttpStatusCode.NotFound)]
    [InlineData("/tab/review/nosuch", HttpStatusCode.NotFound)]
    [InlineData("/tab?page=99", HttpStatusCode.OK)]
    [InlineData("/tab/", HttpStatusCode.OK)]
    public async Task An_address_that_names_nothing_is_said_so_and_never_breaks(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await (await _tab.AsAsync(Inspector)).GetAsync(path)).Status);

    [Fact]
    public async Task Names_are_found_with_and_without_accents_and_what_was_typed_is_only_text()
    {
        var inspector = await _tab.AsAsync(Inspector);

        foreach (var words in new[] { "y%20t%E1%BA%BF", "so%20y%20te", "SYT", "health", "dau%20tu" })
        {
            Assert.Contains("/tab/units/", (await inspector.GetAsync($"/tab/units?q={words}")).Body, StringComparison.Ordinal);
        }
        var answer = await inspector.GetAsync("/tab/units?q=%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.Contains("Không có mục nào phù hợp", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_guarded_in_the_table()
    {
        await _tab.ImportAsync(
            "org-units",
            "code,kind,name_vi,name_en,aliases,parent,valid_from,valid_to,successor\nSXX,department,=HYPERLINK(1),Formula,,CT,,,\n"
        );

        var rows = (await (await _tab.AsAsync(Inspector)).GetAsync("/tab/units?q=SXX&format=csv")).Body;

        Assert.Contains("SXX,'=HYPERLINK(1),", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_stand_with_what_became_of_them_and_the_sum_adds_up()
    {
        await _tab.RunAsync("remind", "--date", "2023-04-03");
        var inspector = await _tab.AsAsync(Inspector);

        var rows = (await inspector.GetAsync("/tab/deliveries?format=csv")).Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var page = (await inspector.GetAsync("/tab/deliveries")).Body;

        Assert.True(rows.Length > 1);
        Assert.Contains($"{rows.Length - 1} dự kiến = ", page, StringComparison.Ordinal);
        Assert.Contains("Chuyên viên Sở Y tế (mẫu)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_is_shown_for_the_week_that_is_asked_for_with_the_count_of_the_week_before()
    {
        var inspector = await _tab.AsAsync(Inspector);
        await _tab.ImportAsync("sources", "code,title,publisher,date,url\nWEEK,Báo cáo tuần,Sở Nội vụ,2023-04-03,\n");
        var now = (await inspector.GetAsync()).Body;
        var changes = int.Parse(
            System.Text.RegularExpressions.Regex.Match(now, @"([0-9]+) thay đổi; 7 ngày trước đó: 0 thay đổi\.").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture
        );

        Assert.Contains("Thay đổi từ 28/03/2023 đến 03/04/2023", now, StringComparison.Ordinal);
        Assert.True(changes > 0);
        Assert.Contains("href=\"/tab?until=2023-03-27\"", now, StringComparison.Ordinal);
        Assert.DoesNotContain("7 ngày sau", now, StringComparison.Ordinal);

        var before = (await inspector.GetAsync("/tab?until=2023-03-27&kind=department")).Body;
        Assert.Contains("Thay đổi từ 21/03/2023 đến 27/03/2023", before, StringComparison.Ordinal);
        Assert.Contains("0 thay đổi; 7 ngày trước đó: 0 thay đổi.", before, StringComparison.Ordinal);
        // The way back keeps what else was asked for, and ends today.
        Assert.Contains("href=\"/tab?kind=department\"", before, StringComparison.Ordinal);
        Assert.Contains("Thay đổi từ 28/03/2023", (await inspector.GetAsync("/tab?until=2030-01-01")).Body, StringComparison.Ordinal);
        Assert.Contains(" 7 ngày trước đó: 0 thay đổi.", (await (await _tab.AsAsync(Guest)).GetAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Official, true)]
    [InlineData(Inspector, true)]
    [InlineData(OtherOfficial, false)]
    [InlineData(Guest, false)]
    public async Task A_proposed_figure_is_marked_for_those_who_may_read_it_and_not_there_for_others(string person, bool reads)
    {
        await _tab.ImportAsync(
            "observations",
            "org_unit,indicator,basis,period,value,text,as_of,source,status,quote\nSYT,overdue,settled,2023-Q1,1.25,,,,proposed,\n"
        );

        var page = (await (await _tab.AsAsync(person)).GetAsync("/tab/units/SYT")).Body;

        Assert.Equal(reads, page.Contains("1,25%", StringComparison.Ordinal));
        Assert.Equal(reads, page.Contains("Đề xuất, chờ duyệt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Proposals_of_a_document_are_approved_on_the_page_and_only_then_answer()
    {
        await _tab.ImportReportAsync();
        var inspector = await _tab.AsAsync(Inspector);
        var data = await inspector.ApprovalAsync();

        Assert.EndsWith("done=done", (await inspector.ActAsync("fact/approve", data)).Headers["Location"], StringComparison.Ordinal);
        Assert.EndsWith("done=outdated", (await inspector.ActAsync("fact/approve", data)).Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("fact/approve", await _tab.RunAsync("export", "audit"), StringComparison.Ordinal);
        Assert.Contains("1 đề xuất số liệu được duyệt", (await inspector.GetAsync()).Body, StringComparison.Ordinal);
    }
}
