using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Reminders;

/// <summary>The inspection team's digest: by itself on Mondays, and on request.</summary>
public sealed class DigestTests : IDisposable
{
    private const string Ladders =
        """{"sendFrom":"00:00","sendUntil":"23:59","cardsPerDay":3,"digestOn":"monday","ladders":[],"reporting":[]}""";
    private readonly string _policy = Path.GetTempFileName();

    public void Dispose() => File.Delete(_policy);

    [Fact]
    public async Task On_a_Monday_the_schedule_sends_one_to_each_of_the_inspection_team()
    {
        await File.WriteAllTextAsync(_policy, Ladders);
        await using var teams = await StartAsync(Scheduled);

        var digest = await UntilAsync(() => teams.Sent.FirstOrDefault());

        Assert.Contains("Tổng hợp của Đoàn kiểm tra", Text(digest), StringComparison.Ordinal);
        Assert.Contains("Đến ngày 03/04/2023: 1 kế hoạch", digest.Body.GetProperty("summary").GetString(), StringComparison.Ordinal);
        // Planning goes on and has nothing to add.
        await UntilAsync(() => Runs(teams.Printed) >= 3 ? "" : null);
        Assert.Single(teams.Sent);
        Assert.Equal(
            Inspector,
            Assert.Single(teams.Channel.Calls, c => c.Kind == "create").Body.GetProperty("members")[0].GetProperty("id").GetString()
        );
    }

    [Fact]
    public async Task The_channel_that_the_team_has_chosen_gets_it_too_and_once()
    {
        const string Channel = "19:team@thread.tacv2";
        await using var teams = await StartAsync();
        var asked = await teams.SayInChannelAsync(Inspector, Channel, "đăng ký nhận nhắc");
        await teams.ClickInChannelAsync(By.Execute, Inspector, Channel, Action(asked, "channel/choose"));
        var before = teams.Sent.Count();

        await File.WriteAllTextAsync(_policy, Ladders);
        await using var planning = await teams.StartBesideAsync(Scheduled);

        var posted = await UntilAsync(() =>
            teams.Sent.Skip(before).FirstOrDefault(static c => c.ConversationId!.StartsWith(Channel, StringComparison.Ordinal))
        );
        Assert.Contains("Tổng hợp của Đoàn kiểm tra", Text(posted), StringComparison.Ordinal);
        await UntilAsync(() => Runs(planning.Output) >= 3 && teams.Sent.Count() >= before + 2 ? "" : null);
        Assert.Equal(before + 2, teams.Sent.Count());
        // What it lists is opened by a click there.
        var unit = await teams.ClickInChannelAsync(By.Execute, Inspector, Channel, SelectAction(Text(posted)));
        Assert.Contains("SYT", unit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tổng hợp tuần này")]
    [InlineData("tong hop tuan nay")]
    [InlineData("weekly digest")]
    public async Task It_comes_on_request_to_those_who_may_see_it(string words)
    {
        await using var teams = await StartAsync();
        teams.Locale = words == "weekly digest" ? "en-US" : "vi-VN";

        var digest = Text(await teams.SayAsync(Inspector, "a:inspector", words));
        // Each unit's counts by state, in the chart and in the table, and its list behind its name.
        var card = System.Text.Json.Nodes.JsonNode.Parse(digest)!["attachments"]![0]!["content"]!;
        var elements = card["body"]!.AsArray().SelectMany(static e => e!["items"]?.AsArray() ?? [e.DeepClone()]).ToList();
        var chart = elements.Single(static e => (string?)e!["type"] == "Chart.HorizontalBar.Stacked")!;
        Assert.Equal(
            [(words == "weekly digest" ? "Department of Health" : "SYT", "0 1 0 1")],
            chart["data"]!
                .AsArray()
                .Select(static unit =>
                    ((string)unit!["title"]!, string.Join(' ', unit["data"]!.AsArray().Select(static part => (int)part!["value"]!)))
                )
        );
        Assert.Contains("03/04/2023", digest.Replace("3 April 2023", "03/04/2023", StringComparison.Ordinal), StringComparison.Ordinal);
        var unit = await teams.ClickAsync(By.Execute, Inspector, "a:inspector", SelectAction(digest));
        Assert.Contains("SYT", unit, StringComparison.Ordinal);

        var denied = Text(await teams.SayAsync(Official, "a:official", words));
        Assert.DoesNotContain("Chart.", denied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_still_lacks_a_plan_is_answered_at_any_time()
    {
        await using var teams = await StartAsync();
        var answer = Text(await teams.SayAsync(Inspector, "a:inspector", "đơn vị nào còn thiếu kế hoạch?"));
        Assert.Contains("Sở Y tế", answer, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch chuyển đổi số năm 2023", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_list_comes_as_a_file_to_who_has_the_address_of_the_card()
    {
        await using var teams = await StartAsync(("PublicAddress", "https://bot.example"));
        var digest = Text(await teams.SayAsync(Inspector, "a:inspector", "tổng hợp tuần này"));
        var address = System.Text.RegularExpressions.Regex.Match(digest, "https://bot.example(/lists/[^\"]+)").Groups[1].Value;

        var (status, list) = await teams.GetAsync(address);

        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        Assert.Contains(
            "SYT,Sở Y tế,digital-transformation-plan,Kế hoạch chuyển đổi số,2023,2023-02-28,overdue,24,,",
            list,
            StringComparison.Ordinal
        );
        Assert.Equal(
            System.Net.HttpStatusCode.NotFound,
            (await teams.GetAsync(address.Replace(".csv", "a.csv", StringComparison.Ordinal))).Status
        );
    }

    // Planning runs each second.
    private (string, string)[] Scheduled =>
        [("Reminders__Enabled", "true"), ("Reminders__Cron", "* * * * * ?"), ("Reminders__Ladders", _policy)];

    private static int Runs(string printed) => printed.Split("Planned for", StringSplitOptions.None).Length - 1;

    private static System.Text.Json.Nodes.JsonObject SelectAction(string card) => Action(card, "query/run");
}
