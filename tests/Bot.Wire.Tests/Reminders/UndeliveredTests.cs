using Bot.Testing;

namespace Bot.Wire.Tests.Reminders;

/// <summary>A reminder that its recipient does not let through is seen by the inspector with its reason, and sent again by a click.</summary>
public sealed class UndeliveredTests : IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    [Fact]
    public async Task What_could_not_be_delivered_is_shown_with_its_reason_and_sent_again_once()
    {
        var channel = _office.Channel;
        await _office.SayAsync(Office.Official, "a:official", "xin chào");
        await channel.WaitForAsync("a:official", 1);
        await _office.SayAsync(Office.Inspector, "a:inspector", "nhắc Sở Y tế nộp kế hoạch CĐS");
        var asked = (await channel.WaitForAsync("a:inspector", 1))[0];
        channel.FailFor(
            "a:official",
            ConnectorFault.Refused(403, """{"error":{"code":"ConversationBlockedByUser","message":"blocked"}}""")
        );
        await _office.ClickAsync(Office.Inspector, "a:inspector", Office.Action(asked.Body, "obligation/remind"));

        var shown = await AskUntilAsync("Sở Y tế", "Người nhận đã chặn bot");
        // Only the official can undo it, and has written again.
        channel.FailFor("a:official", null);
        await _office.SayAsync(Office.Official, "a:official", "xin chào");
        var before = (await channel.WaitForAsync("a:official", 2)).Count;
        var again = Office.Action(shown, "query/run");
        var sending = await _office.ClickAsync(Office.Inspector, "a:inspector", again);
        var reminder = (await channel.WaitForAsync("a:official", before + 1))[before];
        var nothing = await _office.ClickAsync(Office.Inspector, "a:inspector", again);

        Assert.Contains("Đang gửi lại 1 tin", sending, StringComparison.Ordinal);
        Assert.Contains("Sở Y tế", Office.Text(reminder.Body), StringComparison.Ordinal);
        Assert.Contains("Không có tin nào", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_sees_nothing_of_it()
    {
        await _office.SayAsync(Office.Official, "a:official", "tin chưa gửi được");

        var answer = Assert.Single(await _office.Channel.WaitForAsync("a:official", 1));
        Assert.DoesNotContain("undelivered(again=yes)", Office.Text(answer.Body), StringComparison.Ordinal);
    }

    // The reminder is refused a moment after the click.
    private async Task<System.Text.Json.JsonElement> AskUntilAsync(params string[] words)
    {
        for (var answers = (await _office.Channel.WaitForAsync("a:inspector", 0)).Count; ; answers++)
        {
            await _office.SayAsync(Office.Inspector, "a:inspector", "tin chưa gửi được");
            var answer = (await _office.Channel.WaitForAsync("a:inspector", answers + 1))[answers].Body;
            if (Array.TrueForAll(words, word => Office.Text(answer).Contains(word, StringComparison.Ordinal)))
            {
                return answer;
            }
            Assert.True(answers < 200, "The reminder did not become a dead letter.");
        }
    }
}
