using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Bot.Benchmarks.Load;

/// <summary>
/// Whole turns over the wire, question in and card out at the connector, against the bare endpoint in the same run. Both are started
/// afresh in each round in turn; the median of the rounds' ratios counts, since machines are noisy.
/// </summary>
internal static class LoadRun
{
    private const int Conversations = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3;
        var concurrency = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 64;
        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var bare = await MeasureAsync(Bare, concurrency);
            var ours = await MeasureAsync(DrivenProcess.OurBot, concurrency);
            ratios.Add(ours.PerSecond / bare.PerSecond);
            Console.WriteLine(
                $"round {round}: bare {bare.PerSecond:0}/s (p99 {bare.P99:0.0} ms), ours {ours.PerSecond:0}/s (p99 {ours.P99:0.0} ms, first answer {ours.First:0} ms after start), ratio {ratios[^1]:0.00}, lost {ours.Lost}, doubled {ours.Doubled}"
            );
        }

        ratios.Sort();
        Console.WriteLine($"median ratio {ratios[ratios.Count / 2]:0.00}");
        return 0;
    }

    private static ProcessStartInfo Bare(string address, string store) =>
        new("dotnet", [typeof(LoadRun).Assembly.Location, "bare", address]) { UseShellExecute = false };

    private static async Task<Measured> MeasureAsync(Func<string, string, ProcessStartInfo> start, int concurrency)
    {
        await using var connector = await ReplyCounter.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = concurrency * 2 });
        await using var driven = await DrivenProcess.StartAsync(start, address => TryTurnAsync(http, connector, address, -1));
        await DriveAsync(http, connector, driven.Address, concurrency, TimeSpan.FromSeconds(4));
        var (took, lost) = await DriveAsync(http, connector, driven.Address, concurrency, TimeSpan.FromSeconds(6));
        took.Sort();
        return new Measured(took.Count / 6.0, took[(int)(took.Count * 0.99)], driven.First.TotalMilliseconds, lost, connector.Doubled);
    }

    private static async Task<(List<double> Took, int Lost)> DriveAsync(
        HttpClient http,
        ReplyCounter connector,
        string address,
        int concurrency,
        TimeSpan length
    )
    {
        var (next, lost) = (0, 0);
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var workers = Enumerable
            .Range(0, concurrency)
            .Select(_ =>
                Task.Run(async () =>
                {
                    var took = new List<double>();
                    while (Stopwatch.GetTimestamp() < end)
                    {
                        var begun = Stopwatch.GetTimestamp();
                        if (await TryTurnAsync(http, connector, address, Interlocked.Increment(ref next)))
                        {
                            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                        }
                        else
                        {
                            Interlocked.Increment(ref lost);
                        }
                    }

                    return took;
                })
            );
        return ([.. (await Task.WhenAll(workers)).SelectMany(t => t)], lost);
    }

    /// <summary>One turn, from the question's first byte to both its HTTP answer and its reply; false where one of them did not come.</summary>
    public static Task<bool> TryTurnAsync(HttpClient http, ReplyCounter connector, string address, int number) =>
        TryTurnAsync(http, connector, address, number, LoadQuestions.Text(number & int.MaxValue));

    /// <summary>The same with a text of the caller's.</summary>
    public static async Task<bool> TryTurnAsync(HttpClient http, ReplyCounter connector, string address, int number, string text)
    {
        var id = Guid.NewGuid().ToString("N");
        var replied = connector.Expect(id);
        var body = $$$$"""
            {"type":"message","id":"{{{{id}}}}","timestamp":"2026-01-01T00:00:00.000Z","serviceUrl":"{{{{connector.ServiceUrl}}}}","channelId":"msteams","from":{"id":"29:u","name":"Nguyễn Văn An","aadObjectId":"00000000-0000-0000-0000-00000000abcd"},"recipient":{"id":"28:bot","name":"Bot"},"conversation":{"id":"a:{{{{(
                number & int.MaxValue
            )
                % Conversations}}}}","conversationType":"personal","tenantId":"t"},"text":"{{{{text}}}}","textFormat":"plain","locale":"vi-VN","channelData":{"tenant":{"id":"t"}}}
            """;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var answer = await http.PostAsync(new Uri(address + "/api/messages"), content);
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }

            await replied.WaitAsync(TimeSpan.FromSeconds(10));
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException)
        {
            return false;
        }
    }

    private sealed record Measured(double PerSecond, double P99, double First, int Lost, int Doubled);
}
