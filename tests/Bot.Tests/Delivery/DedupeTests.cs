using System.Text.Json;
using Bot.Activities;
using Bot.Delivery;
using Bot.Delivery.Incoming;
using Microsoft.Extensions.Time.Testing;
using static Bot.Tests.Delivery.DeliveryBench;

namespace Bot.Tests.Delivery;

public sealed class DedupeTests
{
    [Fact]
    public async Task A_repeat_while_the_first_runs_returns_like_the_first_and_is_not_run()
    {
        var go = new TaskCompletionSource();
        var turns = 0;
        await using var bench = await StartAsync(bench =>
            bench.Turn = async (activity, _, _) =>
            {
                Interlocked.Increment(ref turns);
                await go.Task;
                return Echo(activity);
            }
        );

        var first = bench.SendAsync(Message("a", "1"));
        var repeat = bench.SendAsync(Message("a", "1"));
        Assert.False(repeat.IsCompleted);
        go.SetResult();

        Assert.Equal((200, 200), (await first, await repeat));
        Assert.Equal(1, turns);
        Assert.Single(bench.Connector.Posted);
    }

    [Fact]
    public async Task A_repeat_after_the_answer_is_accepted_and_not_answered_again()
    {
        await using var bench = await StartAsync();

        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));

        Assert.Single(bench.Connector.Posted);
    }

    [Fact]
    public async Task A_repeat_after_a_restart_is_not_answered_again()
    {
        await using var bench = await StartAsync();
        await bench.SendAsync(Message("a", "1"));

        await bench.RestartAsync();

        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        Assert.Equal(200, await bench.SendAsync(Message("a", "2")));
        Assert.Equal(["1", "2"], bench.Connector.Texts);
    }

    [Fact]
    public async Task Answered_ids_are_written_without_waiting_for_a_stop()
    {
        await using var bench = await StartAsync();
        await bench.SendAsync(Message("a", "1"));

        await UntilAsync(
            () =>
            {
                using var db = bench.Store.CreateDbContext();
                return db.Answered.Any();
            },
            "the answered id is in the store"
        );
    }

    [Theory]
    [InlineData("b", "1", "msteams")]
    [InlineData("a", "2", "msteams")]
    [InlineData("a", "1", "webchat")]
    public async Task Another_conversation_id_or_channel_is_another_activity(string conversation, string id, string channel)
    {
        await using var bench = await StartAsync();
        await bench.SendAsync(Message("a", "1"));
        await bench.SendAsync(Message(conversation, id) with { ChannelId = channel });

        Assert.Equal(2, bench.Connector.Posted.Count);
    }

    [Fact]
    public async Task An_edit_bears_the_id_of_its_message_and_is_handled_once()
    {
        await using var bench = await StartAsync();
        var edit = Message("a", "1", "edited") with { Type = ActivityTypes.MessageUpdate, Timestamp = "2026-11-24T01:00:00Z" };
        await bench.SendAsync(Message("a", "1"));
        await bench.SendAsync(edit);
        await bench.SendAsync(edit);
        await bench.SendAsync(edit with { Timestamp = "2026-11-24T02:00:00Z", Text = "again" });

        Assert.Equal(["1", "edited", "again"], bench.Connector.Texts);
    }

    [Fact]
    public async Task Without_an_id_nothing_is_taken_for_a_repeat()
    {
        await using var bench = await StartAsync();
        await bench.SendAsync(Message("a", null, "x"));
        await bench.SendAsync(Message("a", null, "x"));

        Assert.Equal(["x", "x"], bench.Connector.Texts);
    }

    [Fact]
    public async Task Direct_Lines_client_id_stands_in_for_a_missing_id()
    {
        await using var bench = await StartAsync();
        var message = Message("a", null, "x") with
        {
            ChannelId = "directline",
            ChannelData = JsonSerializer.Deserialize<JsonElement>("""{"clientActivityID":"c1"}"""),
        };
        await bench.SendAsync(message);
        await bench.SendAsync(message);

        Assert.Single(bench.Connector.Posted);
    }

    [Fact]
    public async Task An_invoke_that_comes_twice_is_carried_out_once_and_answered_alike()
    {
        var turns = 0;
        await using var bench = await StartAsync(bench =>
            bench.Turn = (_, _, _) => Task.FromResult(new TurnReply(null, new(200, RawJson.FromText($"{++turns}"))))
        );

        var first = await bench.Inbox.AcceptAsync(Invoke("a", "1"));
        var second = await bench.Inbox.AcceptAsync(Invoke("a", "1"));

        Assert.Equal("1", first?.Body?.ToString());
        Assert.Equal("1", second?.Body?.ToString());
    }

    [Fact]
    public void Answered_ids_are_kept_for_the_time_given_and_then_forgotten()
    {
        var clock = new FakeTimeProvider();
        var keys = new AnsweredKeys(clock, TimeSpan.FromMinutes(10), limit: 100);
        keys.Add(1);
        clock.Advance(TimeSpan.FromMinutes(10));
        keys.Add(2);
        Assert.True(keys.Contains(1));
        clock.Advance(TimeSpan.FromMinutes(10));
        keys.Add(3);

        Assert.False(keys.Contains(1));
        Assert.True(keys.Contains(2));
    }

    [Fact]
    public void Answered_ids_stay_below_their_limit()
    {
        var keys = new AnsweredKeys(new FakeTimeProvider(), TimeSpan.FromMinutes(10), limit: 100);
        for (UInt128 n = 0; n < 1_000; n++)
        {
            keys.Add(n);
        }

        Assert.InRange(keys.Count, 50, 100);
        Assert.True(keys.Contains(999));
    }
}
