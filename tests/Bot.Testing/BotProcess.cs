using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bot.Testing;

/// <summary>The built bot as a process of its own, on a free port, with a store of its own that outlives a kill.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private const string Store = "ConnectionStrings__Store";
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-process-");
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly StringBuilder _output = new();
    private Process? _process;

    internal BotProcess(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Where the bot listens; the same after a restart.</summary>
    public string Url { get; }

    /// <summary>The id of the running process.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("No process runs.");

    /// <summary>The file of the embedded store.</summary>
    public string StoreFile => Path.Combine(_folder.FullName, "bot.db");

    /// <summary>What the bot wrote on its console, over all its lives.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the bot and waits until it is ready.</summary>
    /// <param name="settings">Configuration as environment variables. Without a store of their own there is one as after the first start.</param>
    public static async Task<BotProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var bot = new BotProcess(settings ?? new Dictionary<string, string>());
        if (!bot._settings.ContainsKey(Store))
        {
            await SeededStore.CopyAsync(bot._settings, bot.StoreFile);
        }
        await bot.StartAgainAsync();
        return bot;
    }

    /// <summary>SIGKILL: nothing is written, nothing is finished. Ends when the process is gone.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>Starts the bot on the same port and store as before, and waits until it is ready.</summary>
    public async Task StartAgainAsync()
    {
        var process = Launch("--urls", Url);
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await WaitUntilReadyAsync(process);
    }

    /// <summary>Runs the program to its end with a store of its own; its exit code, and what it printed where.</summary>
    public static async Task<(int ExitCode, string Printed, string Errors)> RunAloneAsync(
        IReadOnlyDictionary<string, string> settings,
        params string[] arguments
    )
    {
        await using var bot = new BotProcess(settings);
        if (!settings.ContainsKey(Store))
        {
            await SeededStore.CopyAsync(settings, bot.StoreFile);
        }
        return await bot.CompleteAsync(arguments);
    }

    /// <summary>Runs a command of the program on the same store and settings; its exit code, and what it printed.</summary>
    public async Task<(int ExitCode, string Printed)> RunAsync(params string[] arguments)
    {
        var (code, printed, errors) = await CompleteAsync(arguments);
        return (code, printed + errors);
    }

    private async Task<(int ExitCode, string Printed, string Errors)> CompleteAsync(string[] arguments)
    {
        using var process = Launch(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, printed, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        DeleteFolder();
    }

    internal void DeleteFolder() => _folder.Delete(recursive: true);

    private Process Launch(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var dll = Dll();
        foreach (var argument in (string[])[dll, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(dll)!;
        // The processes of tests live for seconds: measuring code to compile it better later does not pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment[Store] = $"Data Source={StoreFile}";
        foreach (var (key, value) in _settings)
        {
            start.Environment[key] = value;
        }
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
    }

    private async Task WaitUntilReadyAsync(Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (process.HasExited || limit.IsCancellationRequested)
            {
                throw new InvalidOperationException($"The bot did not become ready.{Environment.NewLine}{Output}");
            }
            try
            {
                using var answer = await Http.GetAsync(new Uri($"{Url}/health/ready"), limit.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException) { }
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private void Write(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    /// <summary>The root of the repository, where the fixtures of all tests are found.</summary>
    public static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Bot.sln")))
            {
                root = root.Parent ?? throw new InvalidOperationException("Bot.sln is nowhere above the tests.");
            }
            return root.FullName;
        }
    }

    // The program's own output folder, of the same configuration as the tests: its web root and settings lie there.
    private static string Dll()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, "src", "Bot", "bin", here.Parent!.Name, here.Name, "Bot.dll");
    }
}
