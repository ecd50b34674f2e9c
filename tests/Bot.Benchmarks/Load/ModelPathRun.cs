using System.Diagnostics;
using Bot.Testing;

namespace Bot.Benchmarks.Load;

/// <summary>
/// What the path to the language model costs whole turns over the wire that do not need it. Three bots run side by side, one of them with a
/// model, and are asked the same questions one after the other in changing order, so that what else the machine does meets all alike; the
/// two without a model show how far apart equals are. Each round has new processes, since no two of the same program are as fast.
/// </summary>
internal static class ModelPathRun
{
    private const int Warm = 4_000;
    private const int Counted = 6_000;

    // Read by the rules, refused by them, or told apart by them: none goes to a model.
    private static readonly string[] Questions =
    [
        "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?",
        "what is the full-process online service rate for the Department of Health",
        "Đơn vị nào chưa ban hành kế hoạch chuyển đổi số năm 2023?",
        "ty le van ban di gui lien thong cua so y te",
        "Hạn chế của Sở Y tế là gì?",
        "so sánh Sở Y tế với Sở GTVT về ký số 1 lớp",
        "Tỷ lệ văn bản đi gửi liên thông của Sở Vũ trụ",
        "Thời tiết hôm nay thế nào?",
    ];

    public static async Task<int> RunAsync(int rounds)
    {
        var (with, equals) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            await using var model = await ScriptedModel.StartAsync(ModelReply.Error(500));
            // Which of the three it is changes: the first to be started is not as fast as the last.
            var asking = round % 3;
            var median = await MedianTurnsAsync(model, asking);
            double[] without = [.. median.Where((_, bot) => bot != asking)];
            with.Add(median[asking] / without.Average());
            equals.Add(without[1] / without[0]);
            Console.WriteLine(
                $"round {round}: without a model {without[0]:0.0} and {without[1]:0.0} µs, with one {median[asking]:0.0} µs, {Percent(with[^1])}; equals {Percent(equals[^1])}; model asked {model.Requests.Count} times"
            );
            if (model.Requests.Count > 0)
            {
                return 1;
            }
        }

        with.Sort();
        equals.Sort();
        var overhead = with[rounds / 2];
        Console.WriteLine($"median over the rounds: {Percent(overhead)}, equals {Percent(equals[rounds / 2])}; the goal is below 2%");
        return overhead < 1.02 ? 0 : 1;
    }

    private static async Task<double[]> MedianTurnsAsync(ScriptedModel model, int asking)
    {
        await using var connector = await ReplyCounter.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        await using var first = await StartAsync(asking == 0);
        await using var second = await StartAsync(asking == 1);
        await using var third = await StartAsync(asking == 2);
        DrivenProcess[] bots = [first, second, third];
        var took = bots.Select(static _ => new List<double>(Counted)).ToArray();
        for (var turn = 0; turn < Warm + Counted; turn++)
        {
            for (var i = 0; i < bots.Length; i++)
            {
                var bot = (turn + i) % bots.Length;
                var begun = Stopwatch.GetTimestamp();
                if (!await AskAsync(bots[bot].Address, turn))
                {
                    throw new InvalidOperationException($"{bots[bot].Address} did not answer");
                }

                if (turn >= Warm)
                {
                    took[bot].Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
                }
            }
        }

        return Array.ConvertAll(took, static times => times.Order().ElementAt(Counted / 2));

        Task<DrivenProcess> StartAsync(bool hasModel) =>
            DrivenProcess.StartAsync(
                (address, store) => hasModel ? WithModel(address, store, model) : DrivenProcess.OurBot(address, store),
                address => AskAsync(address, 0)
            );

        Task<bool> AskAsync(string address, int turn) =>
            LoadRun.TryTurnAsync(http, connector, address, turn, Questions[turn / 3 % Questions.Length]);
    }

    private static ProcessStartInfo WithModel(string address, string store, ScriptedModel model)
    {
        var start = DrivenProcess.OurBot(address, store);
        foreach (var (key, value) in model.Settings)
        {
            start.Environment[key] = value;
        }

        return start;
    }

    private static string Percent(double ratio) =>
        ((ratio - 1) * 100).ToString("+0.0;-0.0;0.0", System.Globalization.CultureInfo.InvariantCulture) + "%";
}
