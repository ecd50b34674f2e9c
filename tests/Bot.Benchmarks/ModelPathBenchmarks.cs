using BenchmarkDotNet.Attributes;
using Bot.Asking;
using Bot.Cards;
using Bot.Hosting;
using Bot.Indicators;
using Bot.Store;

namespace Bot.Benchmarks;

/// <summary>A whole answer, with a language model configured and without, where the rules need none: what the path costs then.</summary>
[MemoryDiagnoser]
public class ModelPathBenchmarks
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-model-path-");
    private WebApplication _app = null!;
    private Ask _ask = null!;
    private Assistant _assistant = null!;

    /// <summary>Whether a model is configured; nobody listens there, and nobody is asked.</summary>
    [Params(false, true)]
    public bool Configured { get; set; }

    /// <summary>One that the rules read, and two that they settle otherwise.</summary>
    [Params(
        "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?",
        "Tỷ lệ văn bản đi gửi liên thông của Sở Vũ trụ",
        "Thời tiết hôm nay thế nào?"
    )]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        string[] model = Configured
            ? ["--AzureOpenAI:Endpoint=http://127.0.0.1:9", "--AzureOpenAI:Deployment=reader", "--AzureOpenAI:ApiKey=key"]
            : [];
        _app = BotHost
            .CreateBuilder([
                "--environment=Development",
                $"--ConnectionStrings:Store=Data Source={Path.Combine(_folder.FullName, "bot.db")}",
                .. model,
            ])
            .Build();
        await StoreStart.PrepareAsync(_app.Services);
        _assistant = _app.Services.GetRequiredService<Assistant>();
        _ask = new Ask(Text, Language.Vietnamese, null, null, Surface.Teams);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Benchmark]
    public async Task<int> AnswerAsync() => (await _assistant.AnswerAsync(_ask, CancellationToken.None)).Message.Summary.Length;
}
