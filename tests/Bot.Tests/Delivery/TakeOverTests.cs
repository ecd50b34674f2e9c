using System.Text;
using Bot.Delivery;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using static Bot.Tests.Delivery.DeliveryBench;

namespace Bot.Tests.Delivery;

public sealed class TakeOverTests
{
    private static readonly string Gone = $"{Environment.MachineName}/{int.MaxValue}/x";

    [Fact]
    public async Task An_instance_that_starts_takes_up_what_a_process_that_is_gone_accepted()
    {
        await using var bench = await StartWithAsync(Gone, DateTimeOffset.UtcNow);

        await UntilAsync(() => bench.Connector.Texts.Any(), "the question is answered");
        Assert.Equal(["left"], bench.Connector.Texts);
    }

    [Fact]
    public async Task What_an_instance_elsewhere_runs_is_left_to_it()
    {
        await using var bench = await StartWithAsync("elsewhere/1/x", DateTimeOffset.UtcNow);

        // Another question goes through, so the start was over.
        Assert.Equal(200, await bench.SendAsync(Message("b", "1")));
        Assert.Equal(["1"], bench.Connector.Texts);
        await using var db = bench.Store.CreateDbContext();
        Assert.Equal("elsewhere/1/x", Assert.Single(db.Inbox).Owner);
    }

    [Fact]
    public async Task What_nobody_can_be_running_any_more_is_taken_up_wherever_it_was()
    {
        await using var bench = await StartWithAsync("elsewhere/1/x", DateTimeOffset.UtcNow.AddMinutes(-11));

        await UntilAsync(() => bench.Connector.Texts.Any(), "the question is answered");
    }

    [Fact]
    public async Task What_ends_its_process_each_time_is_not_run_for_ever_and_who_asked_is_told()
    {
        var runs = 0;
        await using var bench = await StartWithAsync(
            Gone,
            DateTimeOffset.UtcNow,
            bench =>
                bench.Turn = async (activity, _, _) =>
                {
                    if (activity.Id != "left")
                    {
                        return Echo(activity);
                    }
                    runs++;
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    return TurnReply.Nothing;
                }
        );
        for (var died = 1; died <= bench.Options.MaxTurnAttempts; died++)
        {
            await UntilAsync(() => runs == died, "it runs");
            Assert.Equal(200, await bench.SendAsync(Message("b", $"{died}")));
            await DieAsync(bench);
            await bench.StartProcessAsync();
        }

        await UntilAsync(() => bench.Connector.Texts.Contains("sorry, left"), "it is told");
        // A repeat of it is known, and its conversation goes on.
        Assert.Equal(200, await bench.SendAsync(Message("a", "left")));
        Assert.Equal(200, await bench.SendAsync(Message("a", "next")));
        await UntilAsync(() => bench.Connector.Texts.Contains("next"), "the next is answered");
        Assert.Equal(bench.Options.MaxTurnAttempts, runs);
        Assert.Single(bench.Connector.Texts, "sorry, left");
        await using var db = bench.Store.CreateDbContext();
        Assert.Empty(db.Inbox);
        Assert.Equal("msteams|a|message|left", Assert.Single(db.Outbox, static message => message.State == "Dead").Key);
    }

    // The next process finds it left by one that is gone.
    private static async Task DieAsync(DeliveryBench bench)
    {
        await using var db = bench.Store.CreateDbContext();
        await db.Inbox.ExecuteUpdateAsync(static row => row.SetProperty(static entry => entry.Owner, Gone));
    }

    private static async Task<DeliveryBench> StartWithAsync(string owner, DateTimeOffset receivedAt, Action<DeliveryBench>? arrange = null)
    {
        var bench = await StartAsync(arrange);
        await bench.StopAsync();
        await using (var db = bench.Store.CreateDbContext())
        {
            db.Inbox.Add(
                new InboxEntry
                {
                    Key = "msteams|a|message|left",
                    ConversationKey = "msteams|a",
                    Owner = owner,
                    ReceivedAt = receivedAt,
                    Activity = Encoding.UTF8.GetBytes(
                        """{"type":"message","id":"left","text":"left","channelId":"msteams","serviceUrl":"https://localhost","conversation":{"id":"a"}}"""
                    ),
                }
            );
            await db.SaveChangesAsync();
        }
        await bench.StartProcessAsync();
        return bench;
    }
}
