using Bot.Testing;

namespace Bot.Tests.Delivery;

/// <summary>The whole dispatcher, not the pace alone, makes use of what the connector permits and never goes beyond it.</summary>
public sealed class SimulatedDispatchTests
{
    [Fact]
    public async Task A_tenant_is_sent_all_that_is_permitted_and_never_more()
    {
        var sent = await SimulatedDispatch.RunAsync(conversations: 1_000, each: 4, TimeSpan.FromMinutes(1));

        Assert.InRange(sent.Count, 0.95 * 50 * 60, 50 * 61);
        AssertWithin(sent, 50, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_conversation_is_sent_all_that_is_permitted_and_never_more()
    {
        var sent = await SimulatedDispatch.RunAsync(conversations: 1, each: 2_000, TimeSpan.FromHours(1));

        Assert.InRange(sent.Count, 0.95 * 1_800, 1_801);
        AssertWithin(sent, 7, TimeSpan.FromSeconds(1));
        AssertWithin(sent, 8, TimeSpan.FromSeconds(2));
        AssertWithin(sent, 60, TimeSpan.FromSeconds(30));
    }

    private static void AssertWithin(IReadOnlyList<TimeSpan> sent, int count, TimeSpan stretch) =>
        Assert.All(Enumerable.Range(count, sent.Count - count), n => Assert.True(sent[n] - sent[n - count] >= stretch, $"at {sent[n]}"));
}
