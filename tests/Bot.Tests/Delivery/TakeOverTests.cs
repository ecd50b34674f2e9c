using System.Text;
using Bot.Store.Rows;
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

    private static async Task<DeliveryBench> StartWithAsync(string owner, DateTimeOffset receivedAt)
    {
        var bench = await StartAsync();
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
