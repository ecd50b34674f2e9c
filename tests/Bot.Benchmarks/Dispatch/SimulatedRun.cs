using Bot.Testing;

namespace Bot.Benchmarks.Dispatch;

/// <summary>The whole dispatcher in simulated time, against what Teams permits one bot.</summary>
internal static class SimulatedRun
{
    public static async Task<int> RunAsync()
    {
        Show("one tenant, 4,000 conversations, two minutes", await SimulatedDispatch.RunAsync(4_000, 2, TimeSpan.FromMinutes(2)), 50 * 120);
        Show("one conversation, an hour", await SimulatedDispatch.RunAsync(1, 2_000, TimeSpan.FromHours(1)), 1_800);
        return 0;
    }

    private static void Show(string what, IReadOnlyList<TimeSpan> sent, int permitted) =>
        Console.WriteLine($"{what}: {sent.Count} of {permitted} permitted sends, {100.0 * sent.Count / permitted:0.0}%");
}
