using Bot.Testing;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Reminders;

/// <summary>The command <c>remind</c> on the seed, beside a bot that serves: who gets what, once, until the work is done.</summary>
public sealed class RemindTests : IAsyncLifetime
{
    private const string Plan = "Kế hoạch chuyển đổi số năm 2023";
    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await StartAsync();

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Fact]
    public async Task The_missing_plan_goes_to_its_official_and_the_inspection_team_once_and_ends_with_the_confirmed_number()
    {
        var printed = await _teams.RunAsync("remind", "--date", "2023-04-03");

        Assert.Equal([Official, Inspector], Created().Order());
        var cards = Sent();
        Assert.Equal(2, cards.Count);
        Assert.All(cards, card => Assert.Contains(Plan, Text(card), StringComparison.Ordinal));
        Assert.All(cards, card => Assert.False(card.Body.TryGetProperty("text", out _)));
        Assert.All(
            cards,
            card => Assert.StartsWith($"{Plan} của Sở Y tế", card.Body.GetProperty("summary").GetString(), StringComparison.Ordinal)
        );
        Assert.Contains(
            cards,
            card => Text(card).Contains("Kính gửi Sở Y tế, theo thông tin ghi nhận ngày 28/03/2023", StringComparison.Ordinal)
        );
        Assert.Contains("đã gửi", printed, StringComparison.Ordinal);
        var official = cards.Single(c => Text(c).Contains("vai trò đầu mối của Sở Y tế", StringComparison.Ordinal));
        var inspector = cards.Single(c => Text(c).Contains("vai trò thành viên Đoàn kiểm tra", StringComparison.Ordinal));

        var requests = _teams.Channel.Requests;
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        Assert.Equal(requests, _teams.Channel.Requests);

        await _teams.ClickAsync(
            By.Execute,
            Official,
            official.ConversationId!,
            Action(official, "obligation/markIssued"),
            ("documentNumber", "35/KH-SYT"),
            ("issuedOn", "2023-03-31")
        );
        var request = (await _teams.Channel.WaitForAsync(inspector.ConversationId!, 2))[1];
        var done = await _teams.ClickAsync(By.Execute, Inspector, inspector.ConversationId!, Action(request, "obligation/confirm"));
        Assert.Contains("35/KH-SYT", done, StringComparison.Ordinal);
        await _teams.UpdateAsync(official.ConversationId!, "Hệ thống không nhắc nữa");
        await _teams.UpdateAsync(inspector.ConversationId!, "Hệ thống không nhắc nữa");
        // Reminder and request stand in one conversation, and both show it.
        await UntilAsync(() => Updated(inspector.ConversationId!, "Hệ thống không nhắc nữa").Count == 2 ? "" : null);

        requests = _teams.Channel.Requests;
        foreach (var day in (string[])["2023-04-03", "2023-04-04", "2023-04-10", "2023-05-15"])
        {
            Assert.DoesNotContain("Sở Y tế [", await _teams.RunAsync("remind", "--date", day), StringComparison.Ordinal);
        }
        Assert.Equal(requests, _teams.Channel.Requests);
        Assert.DoesNotContain(
            Plan,
            await _teams.RunAsync("remind", "--date", "2023-04-04", "--dry-run", "--days", "30"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "SYT,digital-transformation-plan,2023,,issued,35/KH-SYT,2023-03-31",
            await _teams.RunAsync("export", "obligations"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_card_says_who_else_has_it_when_it_came_before_and_when_it_comes_again()
    {
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        await _teams.RunAsync("remind", "--date", "2023-04-05");

        var second = Sent().Select(Text).Where(card => card.Contains("Nhắc việc lần 2 · 05/04/2023", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, second.Count);
        Assert.All(second, card => Assert.Contains("""{"title":"Đã nhắc","value":"03/04/2023"}""", card, StringComparison.Ordinal));
        Assert.All(second, card => Assert.Contains("""{"title":"Nhắc tiếp","value":"12/04/2023""", card, StringComparison.Ordinal));
        Assert.Single(second, card => card.Contains("""{"title":"Đồng gửi","value":"Đoàn kiểm tra"}""", StringComparison.Ordinal));
        Assert.Single(
            second,
            card => card.Contains("""{"title":"Đồng gửi","value":"Chuyên viên Sở Y tế (mẫu)"}""", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_card_that_was_posted_shows_what_an_import_says_meanwhile()
    {
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        var file = Path.Combine(Directory.CreateTempSubdirectory("bot-import-").FullName, "obligations.csv");
        await File.WriteAllTextAsync(
            file,
            "org_unit,type,period,deadline,status,document_number,issued_on\nSYT,digital-transformation-plan,2023,,issued,35/KH-SYT,2023-03-31\n"
        );

        await _teams.RunAsync("import", file);

        foreach (var card in Sent())
        {
            await _teams.UpdateAsync(card.ConversationId!, "35/KH-SYT");
        }
    }

    [Fact]
    public async Task A_card_that_was_posted_shows_what_an_inspector_approves_meanwhile()
    {
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        var posted = Sent();
        var review = await _teams.SayAsync(
            Inspector,
            "a:inspector",
            "Trích số liệu: Báo cáo ngày 03/4/2023.\nSở Y tế đã ban hành Kế hoạch số 35/KH-SYT ngày 31/3/2023 về chuyển đổi số năm 2023."
        );
        Assert.DoesNotContain(_teams.Channel.Calls, c => c.Kind == "update");

        await _teams.ClickAsync(By.Execute, Inspector, "a:inspector", Action(review, "fact/approve"));

        foreach (var card in posted)
        {
            await _teams.UpdateAsync(card.ConversationId!, "35/KH-SYT");
        }
    }

    [Fact]
    public async Task What_a_click_answers_stays_in_the_language_of_the_card()
    {
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        var card = Sent().First(c => Text(c).Contains("vai trò đầu mối của Sở Y tế", StringComparison.Ordinal));
        _teams.Locale = "en-US";

        foreach (var by in (By[])[By.Execute, By.Submit])
        {
            var answer = await _teams.ClickAsync(by, Official, card.ConversationId!, Action(card, "query/run"));
            Assert.Contains("\"lang\":\"vi\"", answer, StringComparison.Ordinal);
            Assert.Contains("Sở Y tế", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_dry_run_says_what_would_go_out_and_sends_and_writes_nothing()
    {
        var dry = await _teams.RunAsync("remind", "--date", "2023-04-03", "--dry-run");

        Assert.Contains("contact:official.syt@example.org", dry, StringComparison.Ordinal);
        Assert.Contains("contact:inspector@example.org", dry, StringComparison.Ordinal);
        Assert.Equal(0, _teams.Channel.Requests);
        Assert.Single((await _teams.RunAsync("export", "deliveries")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private List<ConnectorCall> Sent() => [.. _teams.Sent];

    private IEnumerable<string> Created() =>
        _teams.Channel.Calls.Where(c => c.Kind == "create").Select(c => c.Body.GetProperty("members")[0].GetProperty("id").GetString()!);

    private HashSet<string> Updated(string conversation, string words) =>
        [
            .. _teams
                .Channel.Calls.Where(c => c.Kind == "update" && c.ConversationId == conversation)
                .Where(c => Text(c).Contains(words, StringComparison.Ordinal))
                .Select(c => c.ActivityId!),
        ];
}
