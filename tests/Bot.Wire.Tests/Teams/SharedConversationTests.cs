using System.Net;
using System.Text.Json.Nodes;
using Bot.Wire.Tests.Reminders;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Teams;

/// <summary>Groups and channels: who is answered where, what others may read, and one welcome for each installation.</summary>
public sealed class SharedConversationTests : IAsyncLifetime
{
    private const string Team = "19:team@thread.tacv2";
    private const string Report =
        "Trích số liệu: Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Tư pháp. Tại Sở Tư pháp, tỷ lệ văn bản đi gửi liên thông đến các cơ quan đạt 91,5%.";

    private const string Question = "tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế";

    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await StartAsync();

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Theory, InlineData("channel"), InlineData("groupChat")]
    public async Task Only_what_is_addressed_to_the_bot_is_answered_and_in_its_thread(string type)
    {
        const string thread = "19:c@thread.tacv2;messageid=1680000000000";
        var unaddressed = _teams.Shared(Official, thread, type, Question, mentions: false);
        Assert.Equal(HttpStatusCode.OK, (await _teams.TryPostAsync(unaddressed)).Status);
        var addressed = _teams.Shared(Official, thread, type, Question);
        await _teams.TryPostAsync(addressed);

        var answer = await _teams.AnswerToAsync(addressed);
        Assert.Equal(thread, answer.ConversationId);
        Assert.Contains("80%", Text(answer), StringComparison.Ordinal);
        Assert.Single(_teams.Sent);
    }

    [Theory]
    [InlineData(Inspector, "tin chưa gửi được")]
    [InlineData(Inspector, "tổng hợp tuần này")]
    [InlineData(Inspector, "xem trước nhắc việc")]
    [InlineData(Official, "nhắc Sở Y tế nộp kế hoạch CĐS")]
    [InlineData(Official, "Sở Y tế đã ban hành KH CĐS số 35/KH-SYT ngày 10/4/2023")]
    [InlineData(Admin, "danh bạ")]
    [InlineData(Admin, "câu hỏi chưa hiểu")]
    public async Task What_is_for_the_asker_alone_goes_to_the_askers_own_chat(string person, string wish)
    {
        await _teams.SayAsync(person, "a:own", "xin chào");
        var asked = _teams.Shared(person, Team, "channel", wish);
        await _teams.TryPostAsync(asked);

        var there = Text(await _teams.AnswerToAsync(asked));
        Assert.Contains("Trợ lý gửi riêng", there, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", there, StringComparison.Ordinal);
        var own = (await _teams.Channel.WaitForAsync("a:own", 2))[1];
        Assert.Equal(Said(await _teams.SayAsync(person, "a:own", wish)), Said(own));
    }

    // The answer to a click that comes as a message is a message, before the eyes of all.
    [Theory]
    [InlineData(Admin, "contact/list")]
    [InlineData(Admin, "contact/open")]
    [InlineData(Admin, "contact/save")]
    [InlineData(Admin, "contact/remove")]
    [InlineData(Admin, "alias/list")]
    [InlineData(Admin, "alias/add")]
    [InlineData(Admin, "alias/remove")]
    [InlineData(Inspector, "fact/show")]
    [InlineData(Inspector, "fact/approve")]
    [InlineData(Inspector, "fact/approveAll")]
    [InlineData(Inspector, "fact/correct")]
    [InlineData(Inspector, "fact/reject")]
    [InlineData(Inspector, "fact/withdraw")]
    public async Task A_card_that_is_for_one_person_alone_answers_nobody_where_others_read_along(string person, string verb)
    {
        var review = await _teams.SayAsync(Inspector, "a:inspector", Report);
        var before = await StoreLook.StateAsync(_teams.StoreFile);
        var data = Action(review, "fact/approve")["data"]!.DeepClone().AsObject();
        (data["verb"], data["contact"], data["alias"], data["bearer"]) = (verb, "official.syt@example.org", "ngành y", "Sở Y tế");
        var click = _teams.Shared(person, Team, "channel", "", mentions: false);
        click.Remove("text");
        click["value"] = data;
        await _teams.TryPostAsync(click);

        var said = Text(await _teams.AnswerToAsync(click));
        Assert.Contains("trong trò chuyện riêng với trợ lý", said, StringComparison.Ordinal);
        Assert.DoesNotContain("91,5", said, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", said, StringComparison.Ordinal);
        Assert.Equal(before, await StoreLook.StateAsync(_teams.StoreFile));
    }

    [Fact]
    public async Task Who_may_not_is_told_so_there_and_nothing_is_sent()
    {
        await _teams.SayAsync(Official, "a:official", "xin chào");
        var asked = _teams.Shared(Official, Team, "channel", "tin chưa gửi được");
        await _teams.TryPostAsync(asked);

        Assert.Contains("Thao tác này dành cho", Text(await _teams.AnswerToAsync(asked)), StringComparison.Ordinal);
        Assert.DoesNotContain("contact:official.syt@example.org", await _teams.RunAsync("export", "deliveries"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inspection_teams_own_channel_gets_its_summary_in_place()
    {
        var welcome = await InstalledAsync(Team, Changed());
        await _teams.ClickInChannelAsync(By.Execute, Inspector, Team, Action(welcome, "channel/choose"));
        var asked = _teams.Shared(Inspector, Team, "channel", "tổng hợp tuần này");
        await _teams.TryPostAsync(asked);

        Assert.DoesNotContain("Trợ lý gửi riêng", Text(await _teams.AnswerToAsync(asked)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposed_figure_is_not_said_before_others()
    {
        await _teams.SayAsync(Inspector, "a:inspector", Report);
        const string question = "tỷ lệ văn bản đi gửi liên thông của Sở Tư pháp";
        Assert.Contains("91,5", Text(await _teams.SayAsync(Inspector, "a:inspector", question)), StringComparison.Ordinal);

        var asked = _teams.Shared(Inspector, Team, "channel", question);
        await _teams.TryPostAsync(asked);
        Assert.DoesNotContain("91,5", Text(await _teams.AnswerToAsync(asked)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_brought_in_a_channel_is_reviewed_in_private()
    {
        await _teams.SayAsync(Inspector, "a:inspector", "xin chào");
        var report = _teams.Shared(Inspector, Team, "channel", Report);
        await _teams.TryPostAsync(report);

        Assert.DoesNotContain("91,5", Text(await _teams.AnswerToAsync(report)), StringComparison.Ordinal);
        Assert.Contains("91,5%", Text((await _teams.Channel.WaitForAsync("a:inspector", 2))[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_is_welcomed_once_in_the_channel_that_was_chosen()
    {
        var install = _teams.Recorded("documented-install-team-selected-channel");
        var added = _teams.Recorded("documented-conversation-bot-added-team");
        await Task.WhenAll(_teams.TryPostAsync(install), _teams.TryPostAsync(added));
        await _teams.TryPostAsync(install);

        var welcome = Assert.Single(_teams.Sent);
        Assert.Contains("channel/choose", Text(welcome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_channel_that_the_installer_chose_is_the_one_that_is_written_to()
    {
        await _teams.TryPostAsync(_teams.Recorded("documented-install-team-selected-channel"));

        Assert.Equal("19:S2VuaEtpZW1UcmEx@thread.tacv2", Assert.Single(_teams.Sent).ConversationId);
    }

    [Theory, InlineData("personal"), InlineData("groupChat"), InlineData("channel")]
    public async Task Each_scope_is_welcomed_exactly_once_by_whichever_event_comes_first(string type)
    {
        var conversation = $"c:{type}";
        await _teams.ChangeAsync(Official, conversation, type, new() { ["type"] = "installationUpdate", ["action"] = "add" });
        await _teams.ChangeAsync(Official, conversation, type, Changed());
        await _teams.ChangeAsync(Official, conversation, type, new() { ["type"] = "installationUpdate", ["action"] = "add-upgrade" });

        var welcome = Assert.Single(await _teams.Channel.WaitForAsync(conversation, 1));
        Assert.Equal(type != "personal", Text(welcome).Contains("channel/choose", StringComparison.Ordinal));
        // Teams offers prompts where one is alone with the bot; each is sent as the person's own words.
        Assert.Equal(type == "personal", welcome.Body.TryGetProperty("suggestedActions", out var offered));
        // Real clients refuse prompts that do not say to whom.
        Assert.All(
            type == "personal" ? [offered] : Array.Empty<System.Text.Json.JsonElement>(),
            o => Assert.Equal(1, o.GetProperty("to").GetArrayLength())
        );
        foreach (var prompt in type == "personal" ? offered.GetProperty("actions").EnumerateArray() : default)
        {
            Assert.Equal("imBack", prompt.GetProperty("type").GetString());
            var said = prompt.GetProperty("value").GetString()!;
            Assert.Equal(said, prompt.GetProperty("title").GetString());
            Assert.DoesNotContain("chưa hiểu", Text(await _teams.SayAsync(Official, "a:prompt", said)), StringComparison.Ordinal);
        }
    }

    private async Task<Bot.Testing.ConnectorCall> InstalledAsync(string conversation, JsonObject change)
    {
        await _teams.ChangeAsync(Inspector, conversation, "channel", change);
        return Assert.Single(await _teams.Channel.WaitForAsync(conversation, 1));
    }

    private static string? Said(Bot.Testing.ConnectorCall message) =>
        message.Body.TryGetProperty("text", out var text) ? text.GetString() : message.Body.GetProperty("summary").GetString();

    private JsonObject Changed() => new() { ["type"] = "conversationUpdate", ["membersAdded"] = _teams.BotItself };
}
