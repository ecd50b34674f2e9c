using System.Diagnostics;

namespace Bot.Benchmarks.Load;

/// <summary>A server in a process of its own, in an empty folder, that has answered once.</summary>
internal sealed class DrivenProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private DrivenProcess(Process process, string folder, string address) => (_process, _folder, Address) = (process, folder, address);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The time from its start to its first answer.</summary>
    public TimeSpan First { get; private set; }

    /// <summary>Our bot.</summary>
    public static ProcessStartInfo OurBot(string address, string store) =>
        new("dotnet", [typeof(Bot.WebChat.WebChatHosting).Assembly.Location, "--urls", address])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = store,
            Environment = { ["Logging__LogLevel__Default"] = "Warning", ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };

    public static async Task<DrivenProcess> StartAsync(Func<string, string, ProcessStartInfo> start, Func<string, Task<bool>> tryTurn)
    {
        var folder = Directory.CreateTempSubdirectory("bot-load-").FullName;
        var address = $"http://127.0.0.1:{FreePort()}";
        var begun = Stopwatch.GetTimestamp();
        var driven = new DrivenProcess(Process.Start(start(address, folder))!, folder, address);
        while (!await tryTurn(address))
        {
            await Task.Delay(10);
        }

        driven.First = Stopwatch.GetElapsedTime(begun);
        return driven;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
