using Bot.Delivery;
using Bot.Delivery.Outgoing;
using Bot.Delivery.Pacing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

public sealed class PaceTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_tenant_gets_all_that_is_permitted_and_never_more()
    {
        var pace = Pace(new());
        var sent = await DriveAsync(pace, conversation: static n => $"c{n}", TimeSpan.FromSeconds(60));

        Assert.InRange(sent.Count, 0.95 * 50 * 60, 50 * 61);
        AssertWithin(sent, 50, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_conversation_gets_all_that_is_permitted_and_never_more()
    {
        var pace = Pace(new());
        var sent = await DriveAsync(pace, conversation: static _ => "c", TimeSpan.FromHours(2));

        Assert.InRange(sent.Count, 0.95 * 1800 * 2, 1800 * 2 + 1);
        AssertWithin(sent, 7, TimeSpan.FromSeconds(1));
        AssertWithin(sent, 8, TimeSpan.FromSeconds(2));
        AssertWithin(sent, 60, TimeSpan.FromSeconds(30));
        AssertWithin(sent, 1800, TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Longer_waits_than_the_patience_take_no_permit()
    {
        var pace = Pace(new());
        pace.Throttled("c", "t", TimeSpan.FromMinutes(5));

        Assert.Equal(TimeSpan.FromMinutes(5), await pace.EnterAsync("c", "t", TimeSpan.FromSeconds(10), default));
        Assert.Equal(TimeSpan.Zero, await pace.EnterAsync("other", "t", TimeSpan.FromSeconds(10), default));
    }

    [Fact]
    public async Task Several_conversations_told_to_wait_in_a_row_hold_their_tenant_and_no_other()
    {
        var pace = Pace(new());
        foreach (var conversation in (string[])["a", "b", "c"])
        {
            pace.Throttled(conversation, "t", TimeSpan.FromMinutes(1));
        }

        Assert.Equal(TimeSpan.FromMinutes(1), await pace.EnterAsync("d", "t", TimeSpan.Zero, default));
        Assert.Equal(TimeSpan.Zero, await pace.EnterAsync("d", "u", TimeSpan.Zero, default));
    }

    [Fact]
    public async Task A_send_that_was_taken_shows_that_the_tenant_is_open()
    {
        var pace = Pace(new());
        foreach (var conversation in (string[])["a", "b", "c"])
        {
            pace.Throttled(conversation, "t", TimeSpan.FromMinutes(1));
            pace.Took("t");
        }

        Assert.Equal(TimeSpan.Zero, await pace.EnterAsync("d", "t", TimeSpan.Zero, default));
    }

    [Fact]
    public async Task Two_that_send_at_the_same_time_share_what_is_permitted()
    {
        var pace = Pace(new());
        pace.ShareAmong(2);
        var sent = await DriveAsync(pace, conversation: static n => $"c{n}", TimeSpan.FromSeconds(20));

        Assert.InRange(sent.Count, 0.95 * 25 * 20, 25 * 21);
        AssertWithin(sent, 25, TimeSpan.FromSeconds(1));

        pace.ShareAmong(1);
        var alone = await DriveAsync(pace, conversation: static n => $"d{n}", TimeSpan.FromSeconds(20));
        Assert.InRange(alone.Count, 0.95 * 50 * 20, 50 * 21);
    }

    [Fact]
    public async Task Who_has_leased_messages_sends_at_the_same_time()
    {
        await using var bench = await NoticeBench.StartAsync();
        await bench.StopAsync();
        var pace = bench.Part<ConnectorPace>();
        await NoticeBench.PlanForAsync(bench, "contact:other@example.org", "test", "n");
        await using (var db = bench.Store.CreateDbContext())
        {
            var until = DateTimeOffset.UtcNow.AddMinutes(1);
            await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(m => m.LeasedBy, "other/1/2").SetProperty(m => m.LeasedUntil, until));
        }

        await bench.Part<WaitingHeads>().TakeAsync(1, static _ => false, default);

        for (var n = 0; n < 25; n++)
        {
            Assert.Equal(TimeSpan.Zero, await pace.EnterAsync($"c{n}", "t", TimeSpan.Zero, default));
        }
        Assert.NotEqual(TimeSpan.Zero, await pace.EnterAsync("d", "t", TimeSpan.Zero, default));
    }

    private ConnectorPace Pace(PaceOptions options) =>
        new(new DeliveryClock(_clock, Microsoft.Extensions.Options.Options.Create(new DeliveryOptions { Pace = options })));

    /// <summary>Sends as fast as the pace lets it; when each send was.</summary>
    private async Task<List<TimeSpan>> DriveAsync(ConnectorPace pace, Func<int, string> conversation, TimeSpan length)
    {
        var start = _clock.GetTimestamp();
        var sent = new List<TimeSpan>();
        while (_clock.GetElapsedTime(start) < length)
        {
            if (await pace.EnterAsync(conversation(sent.Count), "t", TimeSpan.Zero, default) is var wait && wait > TimeSpan.Zero)
            {
                _clock.Advance(wait);
            }
            else
            {
                sent.Add(_clock.GetElapsedTime(start));
            }
        }
        return sent;
    }

    private static void AssertWithin(List<TimeSpan> sent, int count, TimeSpan stretch)
    {
        for (var n = count; n < sent.Count; n++)
        {
            Assert.True(sent[n] - sent[n - count] >= stretch, $"{count + 1} sends within {stretch} at {sent[n]}");
        }
    }
}
