using System.Collections.Concurrent;

namespace Bot.Testing;

/// <summary>
/// The embedded store as the program's first start leaves it: made once for each seed and day by the program itself, then copied. Half of a
/// start is seeding, and most tests start a bot of their own.
/// </summary>
internal static class SeededStore
{
    private const string Seed = "Store__Seed";
    private const string Today = "Clock__Today";

    private static readonly ConcurrentDictionary<(string?, string?), Lazy<Task<BotProcess>>> Made = new();

    static SeededStore() =>
        AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
        {
            foreach (var made in Made.Values.Where(static made => made.Value.IsCompletedSuccessfully))
            {
                made.Value.Result.DeleteFolder();
            }
        };

    /// <summary>Puts a store there that is as new as one that these settings would seed.</summary>
    public static async Task CopyAsync(IReadOnlyDictionary<string, string> settings, string file)
    {
        var (seed, today) = (settings.GetValueOrDefault(Seed), settings.GetValueOrDefault(Today));
        var made = await Made.GetOrAdd((seed, today), static key => new(() => MakeAsync(key.Item1, key.Item2))).Value;
        File.Copy(made.StoreFile, file);
    }

    private static async Task<BotProcess> MakeAsync(string? seed, string? today)
    {
        var settings = new Dictionary<string, string>();
        foreach (var (name, value) in ((string, string?)[])[(Seed, seed), (Today, today)])
        {
            if (value is not null)
            {
                settings[name] = value;
            }
        }
        var program = new BotProcess(settings);
        var (code, printed) = await program.RunAsync("export", "obligations");
        return code == 0 && !File.Exists(program.StoreFile + "-wal") ? program : throw new InvalidOperationException(printed);
    }
}
