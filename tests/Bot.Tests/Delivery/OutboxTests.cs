using Bot.Delivery;
using Bot.Delivery.Outgoing;
using Bot.Delivery.Pacing;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using static Bot.Tests.Delivery.DeliveryBench;

namespace Bot.Tests.Delivery;

public sealed class OutboxTests
{
    [Fact]
    public async Task A_reply_that_the_connector_does_not_take_is_accepted_and_sent_once_when_it_is_back()
    {
        await using var bench = await StartAsync(static bench => bench.Connector.Fault = static _ => ScriptedConnector.Down);

        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        Assert.Equal(OutboxState.Due, Assert.Single(Rows(bench)).State);
        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        bench.Connector.Fault = static _ => null;

        await UntilAsync(() => Rows(bench)[0].State == OutboxState.Sent, "the reply is sent");
        var row = Assert.Single(Rows(bench));
        Assert.Equal("r1", row.SentActivityId);
        Assert.Null(row.LeasedBy);
        Assert.Equal(["1"], bench.Connector.Texts);
    }

    [Fact]
    public async Task Replies_queue_behind_those_that_wait_and_other_conversations_do_not()
    {
        var down = true;
        await using var bench = await StartAsync(bench =>
            bench.Connector.Fault = reply => down && reply is { Text: "1", Conversation.Id: "a" } ? ScriptedConnector.Down : null
        );

        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        Assert.Equal(200, await bench.SendAsync(Message("a", "2")));
        Assert.Equal(200, await bench.SendAsync(Message("b", "1")));
        Assert.Empty(bench.Connector.TextsIn("a"));
        Assert.Equal(["1"], bench.Connector.TextsIn("b"));
        down = false;

        await UntilAsync(() => bench.Connector.TextsIn("a").Count() == 2, "both are sent");
        Assert.Equal(["1", "2"], bench.Connector.TextsIn("a"));
        await UntilAsync(() => bench.Part<OutboxQueue>().Backlog.Total == 0, "nothing waits any more");
        await bench.SendAsync(Message("a", "3"));
        Assert.Equal(2, Rows(bench).Count);
    }

    [Fact]
    public async Task Replies_queue_behind_those_that_an_earlier_process_left()
    {
        var down = true;
        await using var bench = await StartAsync(bench =>
            bench.Connector.Fault = reply => down && reply.Text == "1" ? ScriptedConnector.Down : null
        );
        await bench.SendAsync(Message("a", "1"));

        await bench.RestartAsync();
        Assert.Equal(200, await bench.SendAsync(Message("a", "2")));
        Assert.Empty(bench.Connector.Posted);
        down = false;

        await UntilAsync(() => bench.Connector.Posted.Count == 2, "both are sent");
        Assert.Equal(["1", "2"], bench.Connector.Texts);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(400, "BadSyntax")]
    public async Task What_the_connector_refuses_for_good_is_set_aside_with_the_reason(int status, string code)
    {
        await using var bench = await StartAsync(bench =>
            bench.Connector.Fault = reply => reply.Text == "1" ? ScriptedConnector.Refused(status, code) : null
        );

        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        Assert.Equal(200, await bench.SendAsync(Message("a", "2")));

        var row = Assert.Single(Rows(bench));
        Assert.Equal(OutboxState.Dead, row.State);
        Assert.Contains(code, row.LastError, StringComparison.Ordinal);
        Assert.Equal(["2"], bench.Connector.Texts);
    }

    [Fact]
    public async Task A_waiting_reply_that_is_refused_later_lets_the_next_one_pass()
    {
        var error = ScriptedConnector.Down;
        await using var bench = await StartAsync(bench => bench.Connector.Fault = reply => reply.Text == "1" ? error : null);
        await bench.SendAsync(Message("a", "1"));
        await bench.SendAsync(Message("a", "2"));
        error = ScriptedConnector.Refused(403, "ConversationBlockedByUser");

        await UntilAsync(() => bench.Connector.Texts.Contains("2"), "the second is sent");
        Assert.Equal(OutboxState.Dead, Rows(bench)[0].State);
    }

    [Fact]
    public async Task A_row_that_holds_no_activity_is_set_aside()
    {
        await using var bench = await StartAsync();
        await AddRowAsync(bench, static row => row.Activity = [1, 2, 3]);

        await UntilAsync(() => Rows(bench)[0].State == OutboxState.Dead, "the row is set aside");
    }

    [Fact]
    public async Task The_connectors_wish_to_wait_is_honoured()
    {
        await using var bench = await StartAsync(static bench =>
            bench.Connector.Fault = static _ => ScriptedConnector.Down with { RetryAfter = TimeSpan.FromMinutes(5) }
        );
        await bench.SendAsync(Message("a", "1"));

        var row = Assert.Single(Rows(bench));
        Assert.Equal(TimeSpan.FromMinutes(5), row.DueAt - row.EnqueuedAt);
    }

    [Fact]
    public async Task A_reply_that_is_tried_too_long_is_set_aside()
    {
        await using var bench = await StartAsync(static bench =>
        {
            bench.Options.GiveUpAfter = TimeSpan.Zero;
            bench.Connector.Fault = static _ => ScriptedConnector.Down;
        });
        await bench.SendAsync(Message("a", "1"));

        await UntilAsync(() => Rows(bench)[0].State == OutboxState.Dead, "the row is set aside");
    }

    [Fact]
    public async Task When_even_the_store_fails_the_activity_is_refused_and_may_come_again()
    {
        await using var bench = await StartAsync(static bench => bench.Connector.Fault = static _ => ScriptedConnector.Down);
        await ExecuteAsync(bench, "ALTER TABLE outbox RENAME TO elsewhere");

        Assert.Equal(503, await bench.SendAsync(Message("a", "1")));
        await ExecuteAsync(bench, "ALTER TABLE elsewhere RENAME TO outbox");
        bench.Connector.Fault = static _ => null;

        Assert.Equal(200, await bench.SendAsync(Message("a", "1")));
        Assert.Equal(["1"], bench.Connector.Texts);
        Assert.Empty(Rows(bench));
    }

    [Fact]
    public async Task A_reply_leased_by_another_process_is_left_to_it_until_the_lease_ends()
    {
        await using var bench = await StartAsync();
        await AddRowAsync(bench, static row => (row.LeasedBy, row.LeasedUntil) = ("other/1/x", DateTimeOffset.MaxValue));
        await bench.RestartAsync();
        bench.Part<OutboxQueue>().Signal.Wake();
        // A reply of another conversation goes out, so the dispatcher has looked.
        await AddRowAsync(bench, static row => (row.Key, row.ConversationKey) = ("k2", "c2"));
        await UntilAsync(() => Rows(bench)[1].State == OutboxState.Sent, "the other reply is sent");
        Assert.Equal(OutboxState.Due, Rows(bench)[0].State);

        await ExecuteAsync(bench, "UPDATE outbox SET LeasedUntil = 1 WHERE Id = 1");
        await UntilAsync(() => Rows(bench)[0].State == OutboxState.Sent, "the lease has ended and the reply is sent");
    }

    [Fact]
    public async Task The_lease_of_a_process_that_is_gone_is_taken_back_at_start()
    {
        await using var bench = await StartAsync();
        await bench.StopAsync();
        var gone = $"{Environment.MachineName}/{int.MaxValue}/x";
        await AddRowAsync(bench, row => (row.LeasedBy, row.LeasedUntil) = (gone, DateTimeOffset.MaxValue));
        await bench.StartProcessAsync();

        await UntilAsync(() => Rows(bench)[0].State == OutboxState.Sent, "the reply is sent");
    }

    [Fact]
    public void Waits_double_up_to_their_limit_and_never_agree()
    {
        var options = new DeliveryOptions { FirstBackoff = TimeSpan.FromSeconds(1), MaxBackoff = TimeSpan.FromSeconds(60) };

        Assert.InRange(Backoff.After(1, options).TotalSeconds, 0.8, 1.2);
        Assert.InRange(Backoff.After(4, options).TotalSeconds, 6.4, 9.6);
        Assert.InRange(Backoff.After(1_000, options).TotalSeconds, 48, 72);
        Assert.True(Enumerable.Range(0, 20).Select(_ => Backoff.After(4, options)).Distinct().Count() > 1);
    }

    private static async Task AddRowAsync(DeliveryBench bench, Action<OutboxMessage> change)
    {
        var row = new OutboxMessage
        {
            Key = "k1",
            ConversationKey = "c1",
            Activity = """{"type":"message","text":"x","serviceUrl":"https://localhost","conversation":{"id":"c"}}"""u8.ToArray(),
        };
        change(row);
        await using var db = bench.Store.CreateDbContext();
        db.Outbox.Add(row);
        await db.SaveChangesAsync();
    }

    private static async Task ExecuteAsync(DeliveryBench bench, string sql)
    {
        await using var db = bench.Store.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static List<OutboxMessage> Rows(DeliveryBench bench)
    {
        using var db = bench.Store.CreateDbContext();
        return [.. db.Outbox.AsNoTracking().OrderBy(static row => row.Id)];
    }
}
