using FsCheck.Xunit;
using static Bot.Tests.Delivery.DeliveryBench;

namespace Bot.Tests.Delivery;

public sealed class InterleavingTests
{
    /// <summary>Random delays, faults, slow turns, repeats and restarts: a channel that repeats until 2xx sees each question answered once, in order.</summary>
    [Property(MaxTest = 12)]
    public void Whatever_happens_each_accepted_question_is_answered_once_and_in_order(int seed) => PlayAsync(seed).GetAwaiter().GetResult();

    private static async Task PlayAsync(int seed)
    {
        var chance = new Chance(seed);
        await using var bench = await StartAsync(bench =>
        {
            bench.Options.SlowAfter = TimeSpan.FromMilliseconds(15);
            bench.Options.ShutdownLimit = TimeSpan.FromMilliseconds(5);
            bench.Connector.Fault = _ => chance.Of(10) ? ScriptedConnector.Down : null;
            bench.Connector.Before = _ => Task.Delay(chance.Next(3), CancellationToken.None);
            bench.Turn = async (activity, _, stop) =>
            {
                await Task.Delay(chance.Of(10) ? 30 : chance.Next(3), stop);
                return chance.Of(20) ? throw new InvalidOperationException("bad moment") : Echo(activity);
            };
            bench.Options.MaxTurnAttempts = 50;
        });

        var conversations = Enumerable.Range(0, 4).Select(static n => $"c{n}").ToList();
        var asking = conversations.ConvertAll(conversation => AskAllAsync(bench, conversation, chance));
        for (var restarts = chance.Next(3); restarts > 0; restarts--)
        {
            await Task.Delay(chance.Next(60), CancellationToken.None);
            await bench.RestartAsync();
        }
        await Task.WhenAll(asking);

        var expected = Enumerable.Range(0, Questions).Select(static n => $"q{n}").ToList();
        foreach (var conversation in conversations)
        {
            await UntilAsync(() => bench.Connector.TextsIn(conversation).Count() >= Questions, $"all of {conversation} is answered");
        }
        Assert.All(conversations, conversation => Assert.Equal(expected, bench.Connector.TextsIn(conversation)));
    }

    private const int Questions = 8;

    private static async Task AskAllAsync(DeliveryBench bench, string conversation, Chance chance)
    {
        for (var n = 0; n < Questions; n++)
        {
            var id = $"q{n}";
            while (await bench.SendAsync(Message(conversation, id)) >= 300)
            {
                await Task.Delay(5, CancellationToken.None);
            }
            if (chance.Of(5))
            {
                _ = bench.SendAsync(Message(conversation, id));
            }
        }
    }

    private sealed class Chance(int seed)
    {
        private readonly Random _random = new(seed);

        public int Next(int below)
        {
            lock (_random)
            {
                return _random.Next(below);
            }
        }

        /// <summary>True in so many of a hundred.</summary>
        public bool Of(int percent) => Next(100) < percent;
    }
}
