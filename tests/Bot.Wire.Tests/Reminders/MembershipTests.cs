using System.Text.Json.Nodes;
using Bot.Testing;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Reminders;

/// <summary>Where the app is installed it can write later, until it is removed; what cannot be delivered says why.</summary>
public sealed class MembershipTests : IAsyncLifetime
{
    private const string Team = "19:team@thread.tacv2";
    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await StartAsync();

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Fact]
    public async Task An_installation_gives_the_conversation_and_its_removal_takes_it()
    {
        await _teams.ChangeAsync(Official, "a:installed", "personal", Installed("add"));
        await _teams.Channel.WaitForAsync("a:installed", 1);
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        Assert.Equal(2, (await _teams.Channel.WaitForAsync("a:installed", 2)).Count);
        Assert.Single(_teams.Channel.Calls, c => c.Kind == "create");

        await _teams.ChangeAsync(Official, "a:installed", "personal", Installed("remove"));
        await _teams.RunAsync("remind", "--date", "2023-04-05");

        Assert.Equal(2, (await _teams.Channel.WaitForAsync("a:installed", 2)).Count);
        Assert.Single(_teams.Channel.Calls, c => c.Kind == "create");
        var lost = (await _teams.RunAsync("export", "deliveries"))
            .Split('\n')
            .Where(d => d.Contains("contact:official.syt@example.org", StringComparison.Ordinal))
            .Last();
        Assert.Contains(",unreachable,", lost, StringComparison.Ordinal);

        // What found no way meanwhile comes with the installation, and the ladder goes on.
        await _teams.ChangeAsync(Official, "a:installed", "personal", Installed("add"));
        Assert.Equal(3, (await _teams.Channel.WaitForAsync("a:installed", 3)).Count);
        await UntilAsync(async () =>
            (await _teams.RunAsync("export", "deliveries")).Contains(",unreachable,", StringComparison.Ordinal) ? null : ""
        );
        await _teams.RunAsync("remind", "--date", "2023-04-12");
        Assert.Equal(4, (await _teams.Channel.WaitForAsync("a:installed", 4)).Count);
    }

    [Fact]
    public async Task A_team_gets_the_inspection_teams_notices_from_the_click_of_who_may_until_the_app_is_removed()
    {
        await _teams.ChangeAsync(Official, Team, "channel", Changed("membersAdded"));
        var welcome = Assert.Single(await _teams.Channel.WaitForAsync(Team, 1));
        var choose = Action(welcome, "channel/choose");
        var denied = await _teams.ClickAsync(By.Execute, Official, Team, choose);
        Assert.Contains("Thao tác này dành cho", denied, StringComparison.Ordinal);
        await _teams.RunAsync("remind", "--date", "2023-03-01");
        Assert.Single(Posts());

        var asked = await _teams.SayInChannelAsync(Inspector, Team, "đăng ký nhận nhắc");
        await _teams.SayInChannelAsync(Official, Team, "đăng ký nhận nhắc");
        var chosen = await _teams.ClickInChannelAsync(By.Execute, Inspector, Team, Action(asked, "channel/choose"));
        Assert.Contains("Kênh này nhận thông báo của Đoàn kiểm tra", chosen, StringComparison.Ordinal);
        // A thread of the channel is the channel; a personal chat is none.
        var again = await _teams.ClickInChannelAsync(By.Submit, Admin, Team + ";messageid=1680000000000", choose);
        Assert.Contains("Thôi nhận tại kênh", again, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Thôi nhận tại kênh",
            await _teams.ClickAsync(By.Execute, Inspector, "a:inspector", choose),
            StringComparison.Ordinal
        );

        var before = Posts().Count;
        await _teams.RunAsync("remind", "--date", "2023-03-15");
        Assert.Contains("được đề nghị báo cáo lãnh đạo đơn vị", Text(Posts()[^1]), StringComparison.Ordinal);
        Assert.Equal(before + 1, Posts().Count);

        await _teams.ChangeAsync(Inspector, Team, "channel", Changed("membersRemoved"));
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        Assert.Equal(before + 1, Posts().Count);
    }

    private List<ConnectorCall> Posts() => [.. _teams.Sent.Where(c => c.ConversationId!.StartsWith(Team, StringComparison.Ordinal))];

    private static JsonObject Installed(string action) => new() { ["type"] = "installationUpdate", ["action"] = action };

    private JsonObject Changed(string members) => new() { ["type"] = "conversationUpdate", [members] = _teams.BotItself };
}
