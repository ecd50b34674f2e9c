using Bot.Delivery.Incoming;
using Bot.Store.Rows;
using static Bot.Tests.Delivery.DeliveryBench;

namespace Bot.Tests.Delivery;

/// <summary>The channel delivers again, and the balancer hands it to another instance on the same store.</summary>
public sealed class TwoInstancesTests
{
    [Fact]
    public async Task What_one_instance_answered_another_does_not_answer_again()
    {
        await using var bench = await StartAsync();
        var one = bench.Inbox;
        await bench.StartProcessAsync();
        await one.AcceptAsync(Message("a", "1"));
        await one.AcceptAsync(Message("a", "2"));

        var known = bench.Part<AnsweredActivities>();
        await UntilAsync(() => known.Contains(Key("1")) && known.Contains(Key("2")), "the second instance knows");
        Assert.Equal(200, await bench.SendAsync(Message("a", "2")));

        Assert.Equal(["1", "2"], bench.Connector.Texts);
    }

    [Fact]
    public async Task What_another_instance_has_written_down_is_accepted_and_not_run()
    {
        await using var bench = await StartAsync();
        await WriteDownElsewhereAsync(bench, "1");

        await UntilAsync(() => bench.Part<OtherInstances>().HaveAccepted(Key("1")), "it is known");
        Assert.Equal(202, await bench.SendAsync(Message("a", "1")));

        Assert.Empty(bench.Connector.Posted);
    }

    [Fact]
    public async Task A_slow_turn_that_another_instance_has_written_down_is_left_to_it_and_keeps_no_other_from_being_accepted()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await StartAsync(bench =>
            bench.Turn = async (activity, _, stop) =>
            {
                await go.Task.WaitAsync(stop);
                return Echo(activity);
            }
        );
        var repeat = bench.SendAsync(Message("a", "1"));
        var beside = bench.SendAsync(Message("b", "2"));
        await WriteDownElsewhereAsync(bench, "1");

        Assert.Equal(0, await bench.Part<SlowTurns>().WriteDownAsync(TimeSpan.Zero));
        Assert.Equal((202, 202), (await repeat, await beside));
        go.SetResult();
        await UntilAsync(() => bench.Part<RunningTurns>().Count == 0, "both turns have ended");

        Assert.Equal(["2"], bench.Connector.Texts);
        Assert.False(bench.Part<AnsweredActivities>().Contains(Key("1")));
        await using var db = bench.Store.CreateDbContext();
        Assert.Equal("elsewhere/1/x", Assert.Single(db.Inbox).Owner);
    }

    private static ActivityKey Key(string id) => ActivityKey.FromText($"msteams|a|message|{id}");

    private static async Task WriteDownElsewhereAsync(DeliveryBench bench, string id)
    {
        await using var db = bench.Store.CreateDbContext();
        db.Inbox.Add(
            new InboxEntry
            {
                Key = Key(id).Text,
                ConversationKey = "msteams|a",
                Owner = "elsewhere/1/x",
                ReceivedAt = TimeProvider.System.GetUtcNow(),
                Activity = "{}"u8.ToArray(),
            }
        );
        await db.SaveChangesAsync();
    }
}
