using Bot.Delivery;
using Bot.Delivery.Incoming;
using static Bot.Tests.Delivery.DeliveryBench;

namespace Bot.Tests.Delivery;

public sealed class TurnOrderTests
{
    [Fact]
    public async Task Turns_of_one_conversation_run_one_after_the_other_in_the_order_accepted()
    {
        var running = 0;
        var most = 0;
        await using var bench = await StartAsync(bench =>
            bench.Turn = async (activity, _, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Delay(Random.Shared.Next(5), CancellationToken.None);
                Interlocked.Decrement(ref running);
                return Echo(activity);
            }
        );

        var ids = Enumerable.Range(0, 40).Select(static n => $"m{n}").ToList();
        var answers = await Task.WhenAll(ids.Select(id => bench.SendAsync(Message("a", id))));

        Assert.All(answers, static status => Assert.Equal(200, status));
        Assert.Equal(ids, bench.Connector.Texts);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_turn_starts_only_when_the_reply_before_it_is_posted()
    {
        var posted = new TaskCompletionSource();
        var second = false;
        await using var bench = await StartAsync(bench =>
        {
            bench.Connector.Before = reply => reply.Text == "1" ? posted.Task : Task.CompletedTask;
            bench.Turn = (activity, _, _) =>
            {
                second |= activity.Text == "2";
                return Task.FromResult(Echo(activity));
            };
        });

        var first = bench.SendAsync(Message("a", "1"));
        var next = bench.SendAsync(Message("a", "2"));
        Assert.False(second);
        posted.SetResult();
        await Task.WhenAll(first, next);

        Assert.Equal(["1", "2"], bench.Connector.Texts);
    }

    [Fact]
    public async Task Conversations_do_not_wait_for_each_other()
    {
        var never = new TaskCompletionSource();
        await using var bench = await StartAsync(bench =>
            bench.Turn = async (activity, _, stop) =>
            {
                await (activity.Conversation!.Id == "stuck" ? never.Task.WaitAsync(stop) : Task.CompletedTask);
                return Echo(activity);
            }
        );

        var stuck = bench.Inbox.AcceptAsync(Message("stuck", "1"));

        Assert.Equal(200, await bench.SendAsync(Message("free", "1")));
        Assert.False(stuck.IsCompleted);
    }

    [Fact]
    public async Task An_invoke_overtakes_the_messages_of_its_conversation()
    {
        var never = new TaskCompletionSource();
        await using var bench = await StartAsync(bench =>
            bench.Turn = async (activity, _, stop) =>
            {
                if (activity.Type == "invoke")
                {
                    return new TurnReply(null, new(200));
                }
                await never.Task.WaitAsync(stop);
                return Echo(activity);
            }
        );
        _ = bench.Inbox.AcceptAsync(Message("a", "1"));

        Assert.Equal(200, await bench.SendAsync(Invoke("a", "2")));
        Assert.Empty(bench.Connector.Posted);
    }

    [Fact]
    public async Task Conversations_leave_no_trace_when_their_turns_are_over()
    {
        await using var bench = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => bench.SendAsync(Message($"c{n % 50}", $"m{n}"))));

        Assert.Equal(200, bench.Connector.Posted.Count);
        Assert.Equal(0, bench.Part<ConversationTurns>().Count);
        Assert.Equal(0, bench.Part<RunningTurns>().Count);
    }

    [Fact]
    public async Task Too_many_activities_at_once_are_refused_for_now_and_taken_later()
    {
        var go = new TaskCompletionSource();
        await using var bench = await StartAsync(bench =>
        {
            bench.Options.MaxTurns = 3;
            bench.Turn = async (activity, _, _) =>
            {
                await go.Task;
                return Echo(activity);
            };
        });

        var taken = Enumerable.Range(0, 3).Select(n => bench.SendAsync(Message($"c{n}", "m"))).ToList();
        Assert.Equal(429, await bench.SendAsync(Message("c9", "m")));
        go.SetResult();
        await Task.WhenAll(taken);

        Assert.Equal(200, await bench.SendAsync(Message("c9", "m")));
        Assert.Equal(4, bench.Connector.Posted.Count);
    }
}
