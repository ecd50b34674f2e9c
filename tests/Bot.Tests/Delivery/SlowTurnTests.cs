using Bot.Activities;
using Bot.Delivery;
using Bot.Delivery.Outgoing;
using static Bot.Tests.Delivery.DeliveryBench;

namespace Bot.Tests.Delivery;

public sealed class SlowTurnTests
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void Unless_told_otherwise_typing_shows_after_a_second_and_the_channel_is_answered_long_before_it_gives_up() =>
        Assert.Equal(
            (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5)),
            (new DeliveryOptions().TypingAfter, new DeliveryOptions().SlowAfter)
        );

    [Fact]
    public async Task A_slow_turn_is_accepted_before_it_ends_and_answered_once()
    {
        await using var bench = await StartSlowAsync();

        Assert.Equal(202, await bench.SendAsync(Message("a", "1")));
        Assert.Equal(["msteams|a|message|1"], Inbox(bench));
        Assert.Equal(202, await bench.SendAsync(Message("a", "1")));
        _go.SetResult();

        await UntilAsync(() => bench.Connector.Posted.Count > 0 && Inbox(bench).Count == 0, "the answer is out and the entry gone");
        Assert.InRange(await bench.SendAsync(Message("a", "1")), 200, 202);
        Assert.Single(bench.Connector.Posted);
    }

    [Fact]
    public async Task A_fast_turn_writes_nothing_but_its_id()
    {
        await using var bench = await StartAsync();
        await bench.SendAsync(Message("a", "1"));
        await bench.StopAsync();

        await using var db = bench.Store.CreateDbContext();
        Assert.Empty(db.Inbox);
        Assert.Empty(db.Outbox);
        Assert.Single(db.Answered);
    }

    [Fact]
    public async Task What_was_accepted_before_a_kill_is_answered_after_it_in_order_and_ahead_of_new_questions()
    {
        await using var bench = await StartSlowAsync();
        foreach (var id in (string[])["1", "2", "3"])
        {
            Assert.Equal(202, await bench.SendAsync(Message("a", id)));
        }
        Assert.Equal(202, await bench.SendAsync(Message("b", null, "no id")));

        // Only the first process was to find its turns slow; the next one answers at its own pace, on a busy machine too.
        bench.Options.SlowAfter = TimeSpan.FromSeconds(30);
        bench.Turn = static (activity, _, _) => Task.FromResult(Echo(activity));
        await bench.StartProcessAsync();
        Assert.Equal(200, await bench.SendAsync(Message("a", "4")));

        Assert.Equal(["1", "2", "3", "4"], bench.Connector.TextsIn("a"));
        await UntilAsync(() => Inbox(bench).Count == 0, "no entry is left");
        Assert.Equal(["no id"], bench.Connector.TextsIn("b"));
        Assert.Equal(200, await bench.SendAsync(Message("a", "2")));
        Assert.Equal(4, bench.Connector.TextsIn("a").Count());
    }

    [Fact]
    public async Task A_graceful_stop_lets_running_turns_end_and_writes_the_rest_down()
    {
        await using var bench = await StartAsync(bench =>
            bench.Turn = async (activity, _, stop) =>
            {
                await (activity.Text == "stuck" ? _go.Task.WaitAsync(stop) : Task.Delay(20, CancellationToken.None));
                return Echo(activity);
            }
        );

        var quick = bench.SendAsync(Message("a", "quick"));
        var stuck = bench.SendAsync(Message("b", "stuck"));
        await bench.StopAsync();

        Assert.Equal(200, await quick);
        Assert.Equal(202, await stuck);
        Assert.Equal(503, await bench.SendAsync(Message("c", "late")));
        bench.Turn = static (activity, _, _) => Task.FromResult(Echo(activity));
        await bench.StartProcessAsync();
        await UntilAsync(() => bench.Connector.Posted.Count == 2, "the turn left over is answered");
        Assert.Equal(["quick", "stuck"], bench.Connector.Texts);
    }

    [Fact]
    public async Task A_turn_that_fails_refuses_its_activity_and_lets_it_come_again()
    {
        var fails = true;
        await using var bench = await StartAsync(bench =>
            bench.Turn = (activity, _, _) => fails ? throw new InvalidOperationException("once") : Task.FromResult(Echo(activity))
        );

        Assert.Equal(503, await bench.SendAsync(Message("a", "1")));
        fails = false;

        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        Assert.Single(bench.Connector.Posted);
    }

    [Fact]
    public async Task An_accepted_turn_that_fails_is_tried_again()
    {
        var attempts = 0;
        await using var bench = await StartSlowAsync(activity =>
            ++attempts < 3 ? throw new InvalidOperationException("not yet") : Echo(activity)
        );
        Assert.Equal(202, await bench.SendAsync(Message("a", "1")));
        _go.SetResult();

        await UntilAsync(() => bench.Connector.Posted.Count == 1, "the third attempt is answered");
    }

    [Fact]
    public async Task A_poisonous_activity_is_set_aside_with_its_reason_and_the_conversation_goes_on()
    {
        await using var bench = await StartSlowAsync(static activity =>
            activity.Text == "poison" ? throw new InvalidOperationException("always") : Echo(activity)
        );
        Assert.Equal(202, await bench.SendAsync(Message("a", "poison")));
        var next = bench.Inbox.AcceptAsync(Message("a", "next"));
        _go.SetResult();

        await UntilAsync(() => bench.Connector.Texts.Contains("next"), "the next question is answered");
        await next;
        await using var db = bench.Store.CreateDbContext();
        var dead = Assert.Single(db.Outbox);
        Assert.Equal(OutboxState.Dead, dead.State);
        Assert.Contains("always", dead.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("msteams|a|message|poison", Inbox(bench));
    }

    [Fact]
    public async Task An_entry_that_holds_no_activity_does_not_stop_the_start()
    {
        await using var bench = await StartAsync();
        await bench.StopAsync();
        await using (var db = bench.Store.CreateDbContext())
        {
            db.Inbox.Add(
                new()
                {
                    Key = "k",
                    ConversationKey = "c",
                    Activity = [1, 2, 3],
                }
            );
            await db.SaveChangesAsync();
        }
        await bench.StartProcessAsync();

        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        Assert.Empty(Inbox(bench));
    }

    [Fact]
    public async Task A_turn_of_more_than_a_moment_shows_typing_once_and_before_its_answer()
    {
        await using var bench = await StartSlowAsync(static activity => Echo(activity), typing: true);
        var answer = bench.SendAsync(Message("a", "1"));
        await UntilAsync(() => bench.Connector.Posted.Count > 0, "typing is shown");
        _go.SetResult();
        await answer;
        await UntilAsync(() => bench.Connector.Texts.Any(), "the answer is out");

        Assert.Equal([ActivityTypes.Typing, ActivityTypes.Message], bench.Connector.Posted.Select(static a => a.Type));
        Assert.Equal("a", bench.Connector.Posted[0].Conversation?.Id);
    }

    [Theory]
    [InlineData("invoke", "msteams", "personal")]
    [InlineData("message", "msteams", "channel")]
    [InlineData("message", "email", null)]
    [InlineData("conversationUpdate", "msteams", "personal")]
    public async Task Typing_is_not_shown_where_it_is_pointless(string type, string channel, string? conversationType)
    {
        await using var bench = await StartSlowAsync(static activity => Echo(activity) with { Response = InvokeResponse.Ok }, typing: true);
        var activity = Message("a", "1") with { Type = type, ChannelId = channel };
        activity.Conversation!.ConversationType = conversationType;
        var answer = bench.SendAsync(activity);
        // A message beside it shows typing, so the sweep has looked at both.
        var beside = bench.SendAsync(Message("b", "1"));
        await UntilAsync(() => bench.Connector.Posted.Count > 0, "typing is shown beside");
        _go.SetResult();
        await Task.WhenAll(answer, beside);

        Assert.DoesNotContain(bench.Connector.Posted, static a => a is { Type: ActivityTypes.Typing, Conversation.Id: "a" });
    }

    private Task<DeliveryBench> StartSlowAsync(Func<Activity, TurnReply>? turn = null, bool typing = false) =>
        StartAsync(bench =>
        {
            bench.Options.SlowAfter = TimeSpan.FromMilliseconds(typing ? 500 : 30);
            bench.Options.TypingAfter = typing ? TimeSpan.FromMilliseconds(20) : bench.Options.TypingAfter;
            bench.Turn = async (activity, _, stop) =>
            {
                await _go.Task.WaitAsync(stop);
                return turn is null ? Echo(activity) : turn(activity);
            };
        });

    private static List<string> Inbox(DeliveryBench bench)
    {
        using var db = bench.Store.CreateDbContext();
        return [.. db.Inbox.OrderBy(static e => e.ReceivedAt).Select(static e => e.Key)];
    }
}
