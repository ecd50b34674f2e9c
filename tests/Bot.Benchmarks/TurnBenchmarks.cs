using BenchmarkDotNet.Attributes;
using Bot.Cards;
using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Indicators.Results;
using Bot.Store.Querying;
using Bot.Testing;
using Bot.Understanding.Questions;

namespace Bot.Benchmarks;

/// <summary>What a turn is made of: reading the question, running the query, drawing the card.</summary>
[MemoryDiagnoser]
public class TurnBenchmarks
{
    private static readonly DateOnly Today = new(2023, 4, 3);
    private readonly QuestionReader _reader = new();
    private TestStore _store = null!;
    private StoreQuery _query = null!;
    private Result _result = null!;
    private CardContext _context = null!;

    /// <summary>The question.</summary>
    [Params(
        "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?",
        "Đơn vị nào chưa ban hành kế hoạch chuyển đổi số năm 2023?",
        "Thời tiết Cần Thơ hôm nay thế nào?"
    )]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _store = await TestStore.CreateAsync();
        _context = new CardContext(Language.Vietnamese, Surface.Teams, _store.Catalogue, Today);
        _query =
            (Read() as Reading.Clear)?.Query as StoreQuery
            ?? (StoreQuery)((Reading.Clear)_reader.Read(new Question("Sở Y tế ký số 1 lớp", Today, null, null), _context.Catalogue)).Query;
        _result = await RunAsync();
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _store.DisposeAsync();

    [Benchmark]
    public Reading Read() => _reader.Read(new Question(Text, Today, Language.Vietnamese, null), _context.Catalogue);

    [Benchmark]
    public ValueTask<Result> RunAsync() => _store.Engine.RunAsync(_query, new QueryScope(Today, null), CancellationToken.None);

    [Benchmark]
    public CardMessage Draw() => AnswerCards.For(_result, ReadingNote.None, _context);
}
