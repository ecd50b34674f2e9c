using Bot.Testing;
using Microsoft.Data.Sqlite;
using static Bot.Wire.Tests.Reminders.SentCards;

namespace Bot.Wire.Tests.Reminders;

/// <summary>A reminder that its recipient does not let through is seen by the inspector with its reason, and sent again by a click.</summary>
public sealed class UndeliveredTests : IAsyncLifetime
{
    private const string Official = "a:official";
    private const string Inspector = "a:inspector";

    private TeamsBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TeamsBot.StartAsync();

    public Task DisposeAsync() => _bot.DisposeAsync().AsTask();

    [Fact]
    public async Task What_its_recipient_has_blocked_is_shown_with_its_reason_and_comes_when_the_recipient_is_back()
    {
        await RefusedAsync(403, "ConversationBlockedByUser");
        await AskUntilAsync("người nhận đã chặn trợ lý");
        Assert.Contains("the recipient has blocked the bot", await _bot.RunAsync("undelivered"), StringComparison.Ordinal);

        // Only the recipient can undo it, and has written again.
        _bot.Channel.FailFor(Official, null);
        await _bot.SayAsync(SampleCity.Official, Official, "xin chào");

        await TeamsBot.UntilAsync(() => _bot.Sent.FirstOrDefault(IsReminder));
        Assert.Contains("0 undelivered", await _bot.RunAsync("undelivered", "--again"), StringComparison.Ordinal);
        Assert.Single(_bot.Sent, IsReminder);
    }

    [Fact]
    public async Task What_the_channel_has_refused_is_shown_with_its_reason_and_sent_again_once_by_a_click()
    {
        await RefusedAsync(400, "BadSyntax");
        var shown = await AskUntilAsync("kênh từ chối tin: 400 BadSyntax");
        Assert.Contains("Chuyên viên Sở Y tế", Text(shown), StringComparison.Ordinal);

        _bot.Channel.FailFor(Official, null);
        var again = Action(shown, "query/run");
        var sending = await _bot.ClickAsync(By.Execute, SampleCity.Inspector, Inspector, again);
        await TeamsBot.UntilAsync(() => _bot.Sent.FirstOrDefault(IsReminder));
        var nothing = await _bot.ClickAsync(By.Execute, SampleCity.Inspector, Inspector, again);

        Assert.Contains("Đang gửi lại 1 tin", sending, StringComparison.Ordinal);
        Assert.Contains("Không có tin nào", nothing, StringComparison.Ordinal);
        Assert.Contains("0 undelivered", await _bot.RunAsync("undelivered", "--again"), StringComparison.Ordinal);
        Assert.Single(_bot.Sent, IsReminder);
    }

    [Fact]
    public async Task One_of_them_is_sent_again_by_its_number_and_no_other()
    {
        await RefusedAsync(400, "BadSyntax");
        var again = Action(await AskUntilAsync("BadSyntax"), "query/run");
        _bot.Channel.FailFor(Official, null);
        var number = await DeadAsync();

        Assert.Contains("Không có tin nào", await ClickAsync(number + 1), StringComparison.Ordinal);
        Assert.Equal(number, await DeadAsync());
        Assert.Contains("Đang gửi lại 1 tin", await ClickAsync(number), StringComparison.Ordinal);
        await TeamsBot.UntilAsync(() => _bot.Sent.FirstOrDefault(IsReminder));

        Task<string> ClickAsync(long message)
        {
            var one = again.DeepClone().AsObject();
            one["data"]!["query"] = FormattableString.Invariant($"undelivered(again=yes;message={message})");
            return _bot.ClickAsync(By.Execute, SampleCity.Inspector, Inspector, one);
        }
    }

    [Fact]
    public async Task An_official_sees_nothing_of_it()
    {
        var answer = await _bot.SayAsync(SampleCity.Official, Official, "tin chưa gửi được");

        Assert.DoesNotContain("undelivered(again=yes)", Text(answer), StringComparison.Ordinal);
    }

    // A reminder that an inspector asked for is refused by the channel.
    private async Task RefusedAsync(int status, string code)
    {
        await _bot.SayAsync(SampleCity.Official, Official, "xin chào");
        var asked = await _bot.SayAsync(SampleCity.Inspector, Inspector, "nhắc Sở Y tế nộp kế hoạch CĐS");
        _bot.Channel.FailFor(Official, ConnectorFault.Refused(status, $$$"""{"error":{"code":"{{{code}}}","message":"refused"}}"""));
        await _bot.ClickAsync(By.Execute, SampleCity.Inspector, Inspector, Action(asked, "obligation/remind"));
    }

    private async Task<long> DeadAsync()
    {
        await using var store = new SqliteConnection($"Data Source={_bot.StoreFile};Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = "SELECT \"Id\" FROM outbox WHERE \"State\" = 'Dead'";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static bool IsReminder(ConnectorCall call) =>
        call.ConversationId == Official && Text(call).Contains("obligation/markIssued", StringComparison.Ordinal);

    // The reminder is refused a moment after the click.
    private async Task<ConnectorCall> AskUntilAsync(string words)
    {
        for (var asked = 0; ; asked++)
        {
            var answer = await _bot.SayAsync(SampleCity.Inspector, Inspector, "tin chưa gửi được");
            if (Text(answer).Contains(words, StringComparison.Ordinal))
            {
                return answer;
            }
            Assert.True(asked < 200, "The reminder did not become a dead letter.");
        }
    }
}
