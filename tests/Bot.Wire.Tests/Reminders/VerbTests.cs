using System.Text.Json.Nodes;
using Bot.Testing;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Reminders;

/// <summary>Every verb of an obligation's card over HTTP, by invoke and by message: what it does, and who may not.</summary>
public sealed class VerbTests : IAsyncLifetime
{
    private const string AtOfficial = "a:official";
    private const string AtInspector = "a:inspector";
    private TeamsBot _teams = null!;

    public async Task InitializeAsync()
    {
        _teams = await StartAsync();
        // Who wrote to the bot once can be written to.
        await _teams.SayAsync(Official, AtOfficial, "xin chào");
        await _teams.SayAsync(Inspector, AtInspector, "xin chào");
        await _teams.RunAsync("remind", "--date", "2023-04-03");
    }

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Theory, InlineData(By.Execute), InlineData(By.Submit)]
    public async Task What_is_returned_with_a_reason_is_reported_again_and_confirmed(By by)
    {
        var reminder = (await _teams.Channel.WaitForAsync(AtOfficial, 2))[1];
        var mark = Action(reminder, "obligation/markIssued");

        var form = await _teams.ClickAsync(by, Official, AtOfficial, mark);
        Assert.Contains("\"documentNumber\"", form, StringComparison.Ordinal);
        var wrong = await _teams.ClickAsync(by, Official, AtOfficial, mark, ("documentNumber", "35/KH-SYT"), ("issuedOn", "2023-04-04"));
        Assert.Contains("không sau hôm nay", wrong, StringComparison.Ordinal);
        Assert.Contains("35/KH-SYT", wrong, StringComparison.Ordinal);
        var waiting = await _teams.ClickAsync(by, Official, AtOfficial, mark, ("documentNumber", "35/KH-SYT"), ("issuedOn", "2023-03-31"));
        Assert.Contains("chờ Đoàn kiểm tra xác nhận", waiting, StringComparison.Ordinal);

        var request = await NoticeAsync(AtInspector, "số 35/KH-SYT");
        var reasonless = await _teams.ClickAsync(by, Inspector, AtInspector, Action(request, "obligation/return"), ("reason", " "));
        Assert.Contains("Nhập lý do", reasonless, StringComparison.Ordinal);
        var returned = await _teams.ClickAsync(
            by,
            Inspector,
            AtInspector,
            Action(request, "obligation/return"),
            ("reason", "thiếu chữ ký")
        );
        Assert.Contains("thiếu chữ ký", returned, StringComparison.Ordinal);
        var told = await NoticeAsync(AtOfficial, "thiếu chữ ký");
        await _teams.UpdateAsync(AtOfficial, "thiếu chữ ký");

        await _teams.ClickAsync(
            by,
            Official,
            AtOfficial,
            Action(told, "obligation/markIssued"),
            ("documentNumber", "36/KH-SYT"),
            ("issuedOn", "2023-04-03")
        );
        var again = await NoticeAsync(AtInspector, "số 36/KH-SYT");
        var done = await _teams.ClickAsync(by, Inspector, AtInspector, Action(again, "obligation/confirm"));
        Assert.Contains("Hệ thống không nhắc nữa", done, StringComparison.Ordinal);

        var late = await _teams.ClickAsync(by, Inspector, AtInspector, Action(again, "obligation/return"), ("reason", "muộn"));
        Assert.Contains("dưới đây là trạng thái hiện nay", late, StringComparison.Ordinal);
        Assert.Contains("issued,36/KH-SYT,2023-04-03", await _teams.RunAsync("export", "obligations"), StringComparison.Ordinal);
    }

    [Theory, InlineData(By.Execute), InlineData(By.Submit)]
    public async Task Cards_that_answered_in_chat_show_what_others_do_about_them(By by)
    {
        await _teams.Channel.WaitForAsync(AtOfficial, 2);
        var answer = await _teams.SayAsync(Official, AtOfficial, "nhắc tôi nộp kế hoạch");
        var read = await _teams.SayAsync(Inspector, "a:inspector2", "Sở Y tế đã ban hành KH CĐS số 35/KH-SYT ngày 31/3/2023");

        await _teams.ClickAsync(by, Inspector, "a:inspector2", Action(read, "obligation/markIssued"));

        await ReplacedAsync(answer, "35/KH-SYT");
        var request = await ReplacedAsync(read, "obligation/confirm");
        await _teams.ClickAsync(by, Inspector, AtInspector, Action(request, "obligation/confirm"));

        await ReplacedAsync(answer, "Hệ thống không nhắc nữa");
        var sums = await _teams.RunAsync("export", "deliveries");
        Assert.DoesNotContain(",case,", sums, StringComparison.Ordinal);
    }

    [Theory, InlineData(By.Execute), InlineData(By.Submit)]
    public async Task An_extension_is_asked_for_refused_asked_for_again_and_granted(By by)
    {
        var reminder = (await _teams.Channel.WaitForAsync(AtOfficial, 2))[1];

        await _teams.ClickAsync(
            by,
            Official,
            AtOfficial,
            Action(reminder, "obligation/requestExtension"),
            ("until", "2023-04-28"),
            ("reason", "chờ ý kiến Sở Thông tin")
        );
        var request = await NoticeAsync(AtInspector, "chờ ý kiến Sở Thông tin");
        await _teams.ClickAsync(by, Inspector, AtInspector, Action(request, "obligation/refuseExtension"), ("reason", "đã quá hạn lâu"));
        var refused = await NoticeAsync(AtOfficial, "Không gia hạn: đã quá hạn lâu");
        Assert.DoesNotContain("2023-04-28", await _teams.RunAsync("export", "obligations"), StringComparison.Ordinal);

        await _teams.ClickAsync(
            by,
            Official,
            AtOfficial,
            Action(refused, "obligation/requestExtension"),
            ("until", "2023-04-28"),
            ("reason", "đang trình ký")
        );
        var again = await NoticeAsync(AtInspector, "đang trình ký");
        await _teams.ClickAsync(by, Inspector, AtInspector, Action(again, "obligation/grantExtension"), ("until", "2023-04-28"));
        var granted = await NoticeAsync(AtOfficial, "Đã gia hạn đến 28/04/2023");
        Assert.Contains("2023,2023-04-28,missing", await _teams.RunAsync("export", "obligations"), StringComparison.Ordinal);

        // A snooze is for this one reminder: never past the deadline, and the inspection team sees it.
        var snooze = Action(granted, "obligation/snooze");
        var past = await _teams.ClickAsync(by, Official, AtOfficial, snooze, ("until", "2023-04-29"));
        Assert.Contains("không sau 28/04/2023", past, StringComparison.Ordinal);
        await _teams.ClickAsync(by, Official, AtOfficial, snooze, ("until", "2023-04-18"));
        await _teams.UpdateAsync(AtInspector, "Đến 18/04/2023, theo đề nghị của");

        Assert.Equal([1, 0, 1, 0, 1], await RemindersOnAsync("2023-04-14", "2023-04-17", "2023-04-18", "2023-04-19", "2023-04-25"));
    }

    [Theory, InlineData(By.Execute), InlineData(By.Submit)]
    public async Task Acknowledging_is_accounted_for_and_why_says_the_basis(By by)
    {
        var reminder = (await _teams.Channel.WaitForAsync(AtOfficial, 2))[1];

        var why = await _teams.ClickAsync(by, Official, AtOfficial, Action(reminder, "obligation/why"));
        Assert.Contains("Quyết định 749/QĐ-TTg", why, StringComparison.Ordinal);
        Assert.Contains("Đã quá thời hạn ban hành", why, StringComparison.Ordinal);
        var taken = await _teams.ClickAsync(by, Official, AtOfficial, Action(reminder, "obligation/acknowledge"));
        Assert.Contains("Chuyên viên Sở Y tế (mẫu)", taken, StringComparison.Ordinal);

        await _teams.UpdateAsync(AtInspector, "Chuyên viên Sở Y tế (mẫu)");
        var deliveries = (await _teams.RunAsync("export", "deliveries")).Split('\n');
        Assert.Contains(
            deliveries,
            d =>
                d.Contains("contact:official.syt@example.org", StringComparison.Ordinal)
                && d.Contains(",acknowledged,", StringComparison.Ordinal)
        );
    }

    [Theory, InlineData(By.Execute), InlineData(By.Submit)]
    public async Task Nobody_does_by_a_click_what_only_others_may_whatever_the_card_says(By by)
    {
        var official = (await _teams.Channel.WaitForAsync(AtOfficial, 2))[1];
        var before = await _teams.RunAsync("export", "obligations");
        (string Verb, string[] Denied)[] table =
        [
            ("acknowledge", [OtherOfficial, Admin, Guest]),
            ("markIssued", [OtherOfficial, Admin, Guest]),
            ("confirm", [Official, OtherOfficial, Admin, Guest]),
            ("return", [Official, OtherOfficial, Admin, Guest]),
            ("snooze", [OtherOfficial, Inspector, Admin, Guest]),
            ("requestExtension", [OtherOfficial, Inspector, Admin, Guest]),
            ("grantExtension", [Official, OtherOfficial, Admin, Guest]),
            ("refuseExtension", [Official, OtherOfficial, Admin, Guest]),
        ];
        foreach (var (verb, denied) in table)
        {
            foreach (var person in denied)
            {
                // The present version, and rights that it claims.
                var forged = Renamed(Action(official, "obligation/acknowledge"), $"obligation/{verb}");
                var said = await _teams.ClickAsync(
                    by,
                    person,
                    $"a:{person}",
                    forged,
                    ("documentNumber", "1/KH"),
                    ("issuedOn", "2023-04-03"),
                    ("until", "2023-04-28"),
                    ("reason", "giả mạo"),
                    ("role", "inspector"),
                    ("by", "inspector@example.org")
                );
                Assert.True(said.Contains("Thao tác này dành cho", StringComparison.Ordinal), $"{verb} by {person}: {said}");
            }
        }

        Assert.Equal(before, await _teams.RunAsync("export", "obligations"));
        // Nothing happened to it: a click on the very first card still counts.
        var taken = await _teams.ClickAsync(by, Official, AtOfficial, Action(official, "obligation/acknowledge"));
        Assert.Contains("Chuyên viên Sở Y tế (mẫu)", taken, StringComparison.Ordinal);
        Assert.DoesNotContain(_teams.Sent, c => c.ConversationId == AtInspector && Text(c).Contains("giả mạo", StringComparison.Ordinal));
    }

    // Another person has the button from a forwarded message, or wrote it.
    [Theory, InlineData(By.Execute), InlineData(By.Submit)]
    public async Task What_a_unit_reported_stands_on_no_card_of_others_before_it_is_confirmed(By by)
    {
        string[] withheld = ["35/KH-SYT", "31/03/2023", "kh-35.pdf", "thiếu chữ ký", "đang trình ký", "(mẫu)", "@example.org"];
        var reminder = (await _teams.Channel.WaitForAsync(AtOfficial, 2))[1];

        var read = await _teams.ClickAsync(by, Official, AtOfficial, Action(reminder, "obligation/acknowledge"));
        await OthersReadNothingAsync();
        var asked = await _teams.ClickAsync(
            by,
            Official,
            AtOfficial,
            Action(read, "obligation/requestExtension"),
            ("until", "2023-04-28"),
            ("reason", "đang trình ký")
        );
        await OthersReadNothingAsync();
        await _teams.ClickAsync(
            by,
            Official,
            AtOfficial,
            Action(asked, "obligation/markIssued"),
            ("documentNumber", "35/KH-SYT"),
            ("issuedOn", "2023-03-31"),
            ("link", "https://example.org/kh-35.pdf")
        );
        await OthersReadNothingAsync();
        var request = await NoticeAsync(AtInspector, "số 35/KH-SYT");
        await _teams.ClickAsync(by, Inspector, AtInspector, Action(request, "obligation/return"), ("reason", "thiếu chữ ký"));
        await OthersReadNothingAsync();

        async Task OthersReadNothingAsync()
        {
            foreach (var person in (string[])[OtherOfficial, Guest])
            {
                List<string> read = [];
                foreach (var verb in (string[])["obligation/open", "obligation/why"])
                {
                    read.Add(await _teams.ClickAsync(by, person, $"a:{person}", Renamed(Action(reminder, "obligation/acknowledge"), verb)));
                    Assert.Contains("Sở Y tế", read[^1], StringComparison.Ordinal);
                }
                foreach (var question in (string[])["Sở Y tế đã ban hành kế hoạch CĐS 2023 chưa?", "hôm nay có gì đến hạn?", "nguồn?"])
                {
                    read.Add(Text(await _teams.SayAsync(person, $"a:{person}", question)));
                }
                Assert.All(withheld, words => Assert.All(read, said => Assert.DoesNotContain(words, said, StringComparison.Ordinal)));
            }
        }
    }

    // A button as a forger would write it: the data of the card, another verb.
    private static JsonObject Renamed(JsonObject action, string verb)
    {
        foreach (var place in (JsonNode[])[action, action["data"]!, action["fallback"]!["data"]!])
        {
            place["verb"] = verb;
        }
        return action;
    }

    private Task<ConnectorCall> NoticeAsync(string conversation, string words) =>
        UntilAsync(() =>
            _teams.Sent.LastOrDefault(c =>
                c.ConversationId == conversation
                && !c.Body.TryGetProperty("replyToId", out _)
                && Text(c).Contains(words, StringComparison.Ordinal)
            )
        );

    // The card that took the place of an answer.
    private Task<string> ReplacedAsync(ConnectorCall answer, string words) =>
        UntilAsync(() =>
            _teams.Channel.Calls.LastOrDefault(c => c.Kind == "update" && c.ActivityId == IdOf(answer)) is { } update
            && Text(update) is var said
            && said.Contains(words, StringComparison.Ordinal)
                ? said
                : null
        );

    private static string? IdOf(ConnectorCall answer) => (string?)JsonNode.Parse(answer.Answer)!["id"];

    // How many cards the official gets by planning each of these days.
    private async Task<List<int>> RemindersOnAsync(params string[] days)
    {
        List<int> came = [];
        foreach (var day in days)
        {
            var before = Reminders();
            await _teams.RunAsync("remind", "--date", day);
            came.Add(Reminders() - before);
        }
        return came;
    }

    private int Reminders() => _teams.Sent.Count(c => c.ConversationId == AtOfficial && !c.Body.TryGetProperty("replyToId", out _));
}
