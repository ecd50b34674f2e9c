using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Reminders;

/// <summary>What people order by chat, as they type it: confirmed first, for those who may.</summary>
public sealed class ChatCommandTests : IAsyncLifetime
{
    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await StartAsync();

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Theory]
    [InlineData("vi-VN", "Sở Y tế đã ban hành KH CĐS số 35/KH-SYT ngày 31/3/2023")]
    [InlineData("vi-VN", "so y te da ban hanh ke hoach cds so 35/KH-SYT ngay 31/3/2023")]
    [InlineData("vi-VN", "so y te da ban hanh kh chuyen doi so so 35/kh-syt ngay 31/3/2023 roi nhe")]
    [InlineData("vi-VN", "SYT đã ban hành kế hoạch chuyển đổi số năm 2023, số 35/KH-SYT, ngày 31-3-2023")]
    [InlineData("vi-VN", "soy te da bna hanh ke hoach chuyen doi so so 35/KH-SYT ngay 31/3/2023")]
    [InlineData("en-US", "the Department of Health has issued its digital-transformation plan no. 35/KH-SYT of 31 March 2023")]
    [InlineData("en-US", "Health department issued the digital transformation plan number 35/KH-SYT dated 31/3/2023")]
    public async Task An_issued_plan_is_shown_as_read_and_taken_on_the_click(string locale, string words)
    {
        _teams.Locale = locale;
        var asked = await _teams.SayAsync(Official, "a:official", words);
        Assert.Contains("35/KH-SYT", Text(asked), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(",issued,35", await _teams.RunAsync("export", "obligations"), StringComparison.OrdinalIgnoreCase);

        var taken = await _teams.ClickAsync(By.Execute, Official, "a:official", Action(asked, "obligation/markIssued"));

        Assert.Contains(locale == "vi-VN" ? "chờ Đoàn kiểm tra xác nhận" : "awaiting confirmation", taken, StringComparison.Ordinal);
        Assert.Contains(locale == "vi-VN" ? "31/03/2023" : "31 March 2023", taken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sở Y tế đã ban hành KH CĐS số 35/KH-SYT ngày 10/4/2023")]
    [InlineData("so y te da ban hanh ke hoach cds so 35/KH-SYT ngay 10/4/2023")]
    public async Task A_day_still_to_come_is_shown_in_the_form_with_what_is_wrong(string words)
    {
        var asked = Text(await _teams.SayAsync(Official, "a:official", words));

        Assert.Contains("35/KH-SYT", asked, StringComparison.Ordinal);
        Assert.Contains("2023-04-10", asked, StringComparison.Ordinal);
        Assert.Contains("không sau hôm nay, 03/04/2023", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi-VN", "nhắc Sở Y tế nộp kế hoạch CĐS")]
    [InlineData("vi-VN", "nhac so y te nop ke hoach cds di")]
    [InlineData("vi-VN", "nhắc SYT ban hành KH chuyển đổi số 2023 giúp")]
    [InlineData("en-US", "remind the Department of Health of the digital transformation plan")]
    [InlineData("en-US", "please remind Health about its DX plan")]
    public async Task A_reminder_goes_out_on_the_click_of_who_may_and_once_a_day(string locale, string words)
    {
        await _teams.SayAsync(Official, "a:official", "xin chào");
        _teams.Locale = locale;
        var denied = await _teams.SayAsync(OtherOfficial, "a:other", words);
        Assert.DoesNotContain("obligation/remind", Text(denied), StringComparison.Ordinal);
        var asked = await _teams.SayAsync(Inspector, "a:inspector", words);
        var send = Action(asked, "obligation/remind");

        var forged = await _teams.ClickAsync(By.Submit, OtherOfficial, "a:other", send);
        Assert.Single(_teams.Sent, c => c.ConversationId == "a:official");
        var first = await _teams.ClickAsync(By.Execute, Inspector, "a:inspector", send);
        var second = await _teams.ClickAsync(By.Submit, Inspector, "a:inspector", send);

        Assert.NotEqual(first, second);
        Assert.DoesNotContain("1", forged.Split("\"text\"")[^1], StringComparison.Ordinal);
        Assert.Equal(2, (await _teams.Channel.WaitForAsync("a:official", 2)).Count);
        Assert.Contains(
            "Kế hoạch chuyển đổi số năm 2023",
            Text((await _teams.Channel.WaitForAsync("a:official", 2))[1]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("nhắc Sở Y tế nộp báo cáo 6 tháng", "2023-S1")]
    [InlineData("nhac so y te nop bao cao 6 thang nam 2023", "2023-S1")]
    [InlineData("nhắc Sở Y tế nộp báo cáo CCHC quý", "2023-Q1")]
    [InlineData("nhắc Sở Y tế nộp báo cáo CCHC năm", "2023")]
    public async Task A_report_is_that_of_its_own_period(string words, string period)
    {
        var asked = Text(await _teams.SayAsync(Inspector, "a:inspector", words));
        Assert.Contains($"|{period}\"", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sở Y tế đã ban hành báo cáo CCHC quý số 12/BC-SYT ngày 20/3/2023", "SYT|reform-report-quarter|2023-Q1")]
    [InlineData("Sở Y tế đã ban hành báo cáo CCHC quý 1/2023 số 12/BC-SYT ngày 20/3/2023", "SYT|reform-report-quarter|2023-Q1")]
    [InlineData("Sở Y tế đã ban hành báo cáo 6 tháng năm 2023 số 12/BC-SYT ngày 20/3/2023", "SYT|reform-report-half|2023-S1")]
    [InlineData("Sở Y tế đã ban hành báo cáo PAKN số 12/BC-SYT ngày 20/3/2023", null)]
    public async Task An_issued_report_is_never_taken_for_one_of_another_period(string words, string? key)
    {
        var asked = Text(await _teams.SayAsync(Official, "a:official", words));
        if (key is null)
        {
            Assert.DoesNotContain("|feedback-report|", asked, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($"\"{key}\"", asked, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("vi-VN", "tạm dừng nhắc đến thứ hai", "10/04/2023")]
    [InlineData("vi-VN", "tam dung nhac den thu 2", "10/04/2023")]
    [InlineData("vi-VN", "tạm ngừng nhắc việc đến 12/4/2023", "12/04/2023")]
    [InlineData("en-US", "pause reminders until Monday", "10 April 2023")]
    public async Task A_pause_holds_until_its_day_and_is_accounted_for(string locale, string words, string day)
    {
        _teams.Locale = locale;
        var said = await _teams.SayAsync(Official, "a:official", words);
        Assert.Contains(day, said.Text, StringComparison.Ordinal);

        await _teams.RunAsync("remind", "--date", "2023-04-03");

        Assert.Single(_teams.Sent, c => c.ConversationId == "a:official");
        Assert.Contains(
            (await _teams.RunAsync("export", "deliveries")).Split('\n'),
            d =>
                d.Contains("contact:official.syt@example.org", StringComparison.Ordinal)
                && d.Contains(",suppressed,", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Who_asks_for_a_reminder_to_somebody_who_has_paused_is_told()
    {
        await _teams.SayAsync(Official, "a:official", "tạm dừng nhắc đến thứ hai");
        var said = await _teams.SayAsync(Inspector, "a:inspector", "nhắc Sở Y tế nộp kế hoạch CĐS");
        Assert.Contains("(đến 10/04/2023)", said.Text, StringComparison.Ordinal);
        Assert.Single(_teams.Sent, c => c.ConversationId == "a:official");
    }

    [Theory]
    [InlineData("vi-VN", "hủy nhận nhắc", "đăng ký nhận nhắc")]
    [InlineData("vi-VN", "huy dang ky nhan nhac", "dang ky nhan nhac")]
    [InlineData("vi-VN", "không nhận nhắc nữa", "tiếp tục nhắc tôi")]
    [InlineData("vi-VN", "khong can nhan nhac", "tiep tuc nhan nhac")]
    [InlineData("en-US", "unsubscribe from reminders", "subscribe to reminders")]
    [InlineData("en-US", "I do not want reminders", "resume reminders")]
    public async Task Who_wishes_no_reminders_gets_none_until_they_are_wished_again(string locale, string off, string on)
    {
        _teams.Locale = locale;
        await _teams.SayAsync(Official, "a:official", off);
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        Assert.Single(_teams.Sent, c => c.ConversationId == "a:official");

        await _teams.SayAsync(Official, "a:official", on);
        await _teams.RunAsync("remind", "--date", "2023-04-05");

        Assert.Equal(3, (await _teams.Channel.WaitForAsync("a:official", 3)).Count);
    }
}
