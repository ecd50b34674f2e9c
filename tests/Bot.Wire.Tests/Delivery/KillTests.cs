using Bot.Testing;

namespace Bot.Wire.Tests.Delivery;

/// <summary>The guarantee of docs/delivery.md, held against SIGKILL.</summary>
public sealed class KillTests
{
    private const int Conversations = 20;
    private const int QuestionsEach = 25;
    private const int Kills = 10;

    private static readonly string[] Texts =
    [
        "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?",
        "what is the full-process online service rate for the Department of Health",
        "giúp tôi",
        "Sở Giao thông vận tải còn những hạn chế gì?",
        "xin chào",
    ];

    /// <summary>Fast turns end inside their request: what had its 2xx is never answered twice.</summary>
    [Fact]
    public async Task Every_accepted_question_is_answered_once_and_in_order_however_often_the_process_dies()
    {
        // A busy machine makes no turn slow and breaks no call off: what is answered twice was in flight at a kill.
        var settings = new Dictionary<string, string>
        {
            ["Delivery__SlowAfter"] = "00:05:00",
            ["Connector__AttemptTimeout"] = "00:02:00",
            ["Connector__Budget"] = "00:02:00",
        };
        var game = await PlayAsync(settings, static _ => { });

        game.AssertAnsweredInOrder();
        game.AssertDoubledOnly(static kill => kill.UnderWay.ToHashSet());
    }

    /// <summary>Slow and failing connector: activities are accepted early and replies wait in the outbox while the process dies.</summary>
    [Fact]
    public async Task Questions_accepted_early_and_replies_in_the_outbox_survive_too()
    {
        var settings = new Dictionary<string, string>
        {
            ["Delivery__SlowAfter"] = "00:00:00.050",
            ["Delivery__SweepEvery"] = "00:00:00.020",
            ["Delivery__FirstBackoff"] = "00:00:00.200",
            ["Connector__AttemptTimeout"] = "00:02:00",
            ["Connector__Budget"] = "00:00:00.300",
        };
        var game = await PlayAsync(
            settings,
            static connector =>
            {
                var random = new Random(7);
                for (var n = 0; n < 400; n++)
                {
                    connector.FailNext(
                        random.Next(10) switch
                        {
                            < 2 => ConnectorFault.Slow(TimeSpan.FromMilliseconds(random.Next(50, 200))),
                            < 5 => ConnectorFault.Refused(503),
                            5 => ConnectorFault.Throttled(1),
                            _ => ConnectorFault.None,
                        }
                    );
                }
            }
        );

        game.AssertAnsweredInOrder();
        // At a kill a conversation has one reply at the connector that the bot may not have booked: the last one seen there.
        game.AssertDoubledOnly(static kill => kill.UnderWay.Union(kill.LastSeen).ToHashSet());
    }

    private static async Task<Game> PlayAsync(Dictionary<string, string> settings, Action<LocalChannel> arrange)
    {
        await using var connector = await LocalChannel.StartAsync();
        await using var bot = await BotProcess.StartAsync(settings);
        using var channel = new RedeliveringChannel(bot.Url, connector.ServiceUrl);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        arrange(connector);

        var asking = Task.WhenAll(
            Enumerable
                .Range(0, Conversations)
                .Select(conversation => Task.Run(() => channel.AskAsync($"c{conversation}", Questions(conversation), limit.Token)))
        );
        var kills = await KillAsync(bot, connector, channel, limit.Token);
        await asking;
        await AllAnsweredAsync(connector, limit.Token);
        return new Game(Answers(connector), kills);
    }

    private static async Task<List<Kill>> KillAsync(
        BotProcess bot,
        LocalChannel connector,
        RedeliveringChannel channel,
        CancellationToken cancellationToken
    )
    {
        var kills = new List<Kill>();
        var random = new Random(42);
        for (var n = 1; n <= Kills; n++)
        {
            // Spread over the whole run by what was accepted, and then at a moment of a turn that nobody chose.
            var share = (Conversations * QuestionsEach * n / (Kills + 1)) - random.Next(10);
            while (channel.Accepted < share)
            {
                await Task.Delay(1, cancellationToken);
            }
            await Task.Delay(TimeSpan.FromMicroseconds(random.Next(3_000)), cancellationToken);
            await bot.KillAsync();
            // What the dead process had put on the wire may still be on its way to the connector's book.
            await connector.WaitUntilAloneAsync(cancellationToken);
            kills.Add(new Kill([.. channel.UnderWay.Select(static pair => (pair.Key, pair.Value))], LastSeen(connector)));
            await bot.StartAgainAsync();
        }
        return kills;
    }

    private static IEnumerable<(string Id, string Text)> Questions(int conversation) =>
        Enumerable.Range(0, QuestionsEach).Select(n => ($"q{n}", Texts[(conversation + n) % Texts.Length]));

    private static async Task AllAnsweredAsync(LocalChannel connector, CancellationToken cancellationToken)
    {
        while (Answers(connector).Sum(static pair => pair.Value.Distinct().Count()) < Conversations * QuestionsEach)
        {
            // What is missing at the limit is what the assertion shows.
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>By conversation, the questions answered, in the order in which the answers came to the connector.</summary>
    private static Dictionary<string, List<string>> Answers(LocalChannel connector) =>
        connector
            .Sent.Where(static call => call.Body.GetProperty("type").GetString() == "message")
            .GroupBy(static call => call.ConversationId!)
            .ToDictionary(
                static calls => calls.Key,
                static calls => calls.Select(static call => call.Body.GetProperty("replyToId").GetString()!).ToList()
            );

    private static List<(string, string)> LastSeen(LocalChannel connector) =>
        [.. Answers(connector).Select(static pair => (pair.Key, pair.Value[^1]))];

    /// <summary>How things stood when the process had died.</summary>
    /// <param name="UnderWay">Questions posted and not accepted.</param>
    /// <param name="LastSeen">The question answered last in each conversation.</param>
    private sealed record Kill(
        List<(string Conversation, string Question)> UnderWay,
        List<(string Conversation, string Question)> LastSeen
    );

    private sealed record Game(Dictionary<string, List<string>> Answers, List<Kill> KillList)
    {
        public void AssertAnsweredInOrder()
        {
            var expected = Enumerable.Range(0, QuestionsEach).Select(static n => $"q{n}").ToList();
            for (var conversation = 0; conversation < Conversations; conversation++)
            {
                var answers = Answers.GetValueOrDefault($"c{conversation}", []);
                // A doubled answer stands beside its first; anything else is a disorder.
                Assert.Equal(expected, answers.Where((answer, n) => n == 0 || answers[n - 1] != answer));
            }
        }

        /// <summary>Each further answer must be explained by one kill that found its question in doubt, and each kill explains one per question.</summary>
        public void AssertDoubledOnly(Func<Kill, HashSet<(string, string)>> inDoubt)
        {
            var explained = KillList
                .SelectMany(inDoubt)
                .GroupBy(static pair => pair)
                .ToDictionary(static g => g.Key, static g => g.Count());
            var doubled = Answers
                .SelectMany(static pair =>
                    pair.Value.GroupBy(static id => id).Select(group => (pair.Key, group.Key, Extra: group.Count() - 1))
                )
                .Where(static answer => answer.Extra > 0);
            Assert.All(doubled, answer => Assert.InRange(answer.Extra, 0, explained.GetValueOrDefault((answer.Item1, answer.Item2))));
        }
    }
}
