using Bot.Asking;
using Bot.Cards;
using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Models;
using Bot.Testing;
using Bot.Understanding.LanguageModel;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Questions;

/// <summary>From a hard question through a model's reading to a card, over the real store.</summary>
public sealed class SecondReaderTests
{
    private const string Hard = "in which areas is Health behind the others and what did the inspection ask them to do about it?";

    private const string HardPlan =
        "target(units=SYT) @ kind:behind the others;units:Health"
        + " // findings(units=SYT;polarity=recommendation) @ kind:what did the inspection ask them to do;units:Health";

    private const string TwoParts = "Cho tôi biết tỷ lệ văn bản đi gửi liên thông và những hạn chế của Sở Y tế";

    private const string TwoPartsPlan =
        "value(indicator=outgoing-interconnected;units=SYT) @ indicator:tỷ lệ văn bản đi gửi liên thông;units:của Sở Y tế"
        + " // findings(units=SYT;polarity=limitation) @ polarity:những hạn chế;units:của Sở Y tế";

    [Fact]
    public async Task A_hard_question_is_confirmed_and_then_answered_by_the_store()
    {
        await using var store = await TestStore.CreateAsync();
        using var model = new FakeModel(_ => BriefPlan.Of(HardPlan));
        var assistant = store.AssistantWith(model);

        var asked = await AskAsync(assistant, Hard);
        var confirm = Assert.IsType<Reading.Ambiguous>(asked.Reading);
        Assert.Equal((Outcome.Clarify, ClarifyWhat.Assisted), (asked.Outcome, confirm.What));
        Assert.True(asked.Message.Assisted);
        Assert.Null(asked.Result);

        // The first button, as the client sends it back.
        Assert.True(QueryText.TryRead(confirm.Choices[0].ToString(), assistant.Catalogue, out var chosen, out _));
        var answer = await assistant.RunAsync(chosen, Language.English, asked.Dialogue, Surface.Teams, null, CancellationToken.None);

        Assert.Equal(Outcome.Answered, answer.Outcome);
        var told = ToldFacts.Of(answer.Result!);
        Assert.All(told.Findings, finding => Assert.Equal(Polarity.Recommendation, finding.Polarity));
        Assert.NotEmpty(told.Findings);
        Assert.Equal("target(units=SYT)", answer.Dialogue?.LastQuery?.ToString());
    }

    [Fact]
    public async Task A_question_of_two_parts_is_answered_at_once_with_a_summary_of_what_the_store_said()
    {
        await using var store = await TestStore.CreateAsync();
        using var model = new FakeModel(input =>
            input.Contains("\"facts\"", StringComparison.Ordinal)
                ? $$"""{"sentences":[{{FactsOf(input)[0]}}]}"""
                : BriefPlan.Of(TwoPartsPlan)
        );

        var answer = await AskAsync(store.AssistantWith(model), TwoParts);

        Assert.Equal(2, model.Asked.Count);
        Assert.True(Assert.IsType<Reading.Clear>(answer.Reading).Note.Assisted);
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal([90m], ToldFacts.Of(answer.Result!).Figures.Select(f => decimal.Parse(f.Amount!.ToString()!)));
        Assert.True(answer.Message.Assisted);
        Assert.Contains("Tóm tắt bằng AI", CardOf(answer), StringComparison.Ordinal);
        Assert.Contains("sự hỗ trợ của AI", CardOf(answer), StringComparison.Ordinal);
        Assert.Equal("value(indicator=outgoing-interconnected;units=SYT)", answer.Dialogue?.LastQuery?.ToString());
    }

    [Theory]
    [InlineData("""{"sentences":["Sở Y tế đạt 95%."]}""")]
    [InlineData("""{"sentences":"90%"}""")]
    [InlineData("90%")]
    [InlineData("")]
    public async Task A_summary_that_says_more_is_dropped_and_the_plain_answer_stands(string summary)
    {
        await using var store = await TestStore.CreateAsync();
        using var model = new FakeModel(input =>
            input.Contains("\"facts\"", StringComparison.Ordinal) ? summary : BriefPlan.Of(TwoPartsPlan)
        );
        using var silent = new FakeModel(input =>
            input.Contains("\"facts\"", StringComparison.Ordinal)
                ? throw new ModelUnavailableException(ModelUnavailable.Slow)
                : BriefPlan.Of(TwoPartsPlan)
        );

        var answer = await AskAsync(store.AssistantWith(model), TwoParts);

        Assert.DoesNotContain("95%", CardOf(answer), StringComparison.Ordinal);
        Assert.Equal(CardOf(await AskAsync(store.AssistantWith(silent), TwoParts)), CardOf(answer));
    }

    [Fact]
    public async Task A_sentence_is_shown_when_it_is_whole_and_a_fact_says_it_and_the_summary_is_the_same()
    {
        await using var store = await TestStore.CreateAsync();
        var shown = new Shown();
        var atEnd = -1;
        using var model = new FakeModel(Facts(static facts => $"{{\"sentences\":[{facts[0]},{facts[1]}]}}"))
        {
            BeforePiece = piece =>
            {
                Assert.All(shown.Lines.Skip(1), static line => Assert.EndsWith(".", line, StringComparison.Ordinal));
                atEnd = piece.EndsWith('}') ? shown.Lines.Count : atEnd;
                return Task.CompletedTask;
            },
        };
        var assistant = store.AssistantWith(model);

        var answer = await AskAsync(assistant, TwoParts, shown);

        // Reading, and the first sentence before the last had come.
        Assert.InRange(atEnd, 2, 3);
        Assert.Equal("Đang đọc câu hỏi với sự hỗ trợ của AI…", shown.Lines[0]);
        Assert.Equal(3, shown.Lines.Count);
        Assert.All(
            shown.Lines.Skip(1),
            line => Assert.Contains(line["AI đang tóm tắt: ".Length..], CardOf(answer), StringComparison.Ordinal)
        );
        // The same as where nothing is shown on the way; the question is known by then, and nothing says that it is read.
        shown.Lines.Clear();
        Assert.Equal(CardOf(await AskAsync(assistant, TwoParts)), CardOf(answer));
        Assert.Empty(shown.Lines);
    }

    [Fact]
    public async Task A_sentence_that_says_more_is_never_shown_and_nothing_after_it()
    {
        await using var store = await TestStore.CreateAsync();
        var shown = new Shown();
        using var model = new FakeModel(Facts(static facts => $"{{\"sentences\":[{facts[0]},\"Sở Y tế đạt 95%.\",{facts[1]}]}}"));
        using var silent = new FakeModel(Facts(static _ => throw new ModelUnavailableException(ModelUnavailable.Slow)));

        var answer = await AskAsync(store.AssistantWith(model), TwoParts, shown);

        Assert.Equal(2, shown.Lines.Count);
        Assert.DoesNotContain(shown.Lines, static line => line.Contains("95%", StringComparison.Ordinal));
        Assert.Equal(CardOf(await AskAsync(store.AssistantWith(silent), TwoParts)), CardOf(answer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sở Y tế đạt 95%.")]
    [InlineData("[\"Sở Y tế đạt 95%.\"]")]
    [InlineData("{\"sentence\":[\"Sở Y tế đạt 95%.\"]}")]
    [InlineData("{\"sentences\":[\"Sở Y tế đạt 95%.\"")]
    [InlineData("{\"sentences\":[\"Sở Y tế đạt 95%.")]
    [InlineData("{\"sentences\":[[\"Sở Y tế đạt 95%.\"]]}")]
    [InlineData("{\"sentences\":[\"\\ud800 Sở Y tế đạt 95%.\"]}")]
    public async Task What_is_no_summary_shows_nothing_and_leaves_the_plain_answer(string summary)
    {
        await using var store = await TestStore.CreateAsync();
        var shown = new Shown();
        using var model = new FakeModel(Facts(_ => summary));
        using var silent = new FakeModel(Facts(static _ => throw new ModelUnavailableException(ModelUnavailable.Slow)));

        var answer = await AskAsync(store.AssistantWith(model), TwoParts, shown);

        Assert.Single(shown.Lines);
        Assert.Equal(CardOf(await AskAsync(store.AssistantWith(silent), TwoParts)), CardOf(answer));
    }

    // Without a model, with one that is down, and with one that answers nonsense, everything is as before to the byte.
    [Fact]
    public async Task The_bot_without_the_model_loses_nothing()
    {
        await using var store = await TestStore.CreateAsync();
        var without = store.Assistant;
        using var down = new FakeModel(_ => throw new ModelUnavailableException(ModelUnavailable.Resting));
        using var hostile = new FakeModel(_ => """{"plan":[{"kind":"record-issued","spans":[]}],"unresolved":[],"cannot_answer":null}""");
        var (resting, obeying) = (store.AssistantWith(down), store.AssistantWith(hostile));
        foreach (var question in QuestionsOf("an-binh.jsonl").Append(Hard).Append(TwoParts))
        {
            var plain = await AskAsync(without, question);
            foreach (var assistant in (Assistant[])[resting, obeying])
            {
                var answer = await AskAsync(assistant, question);
                Assert.Equal(plain.Outcome, answer.Outcome);
                Assert.Equal(plain.Message.Text, answer.Message.Text);
                Assert.True(plain.Message.Card.Span.SequenceEqual(answer.Message.Card.Span), question);
            }
        }
    }

    [Fact]
    public async Task What_the_rules_read_asks_nobody()
    {
        await using var store = await TestStore.CreateAsync();
        using var model = new FakeModel(_ => "{}");

        await AskAsync(store.AssistantWith(model), "Tỷ lệ văn bản đi gửi liên thông của Sở Y tế");

        Assert.Empty(model.Asked);
    }

    // The limits as they ship: a longer wait for one call is a longer turn, and this one has two calls.
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_turn_waits_for_a_silent_model_no_longer_than_four_seconds(bool whenSummarising)
    {
        await using var store = await TestStore.CreateAsync();
        var clock = new FakeTimeProvider();
        var waits = new TaskCompletionSource();
        bool IsSilent(string input) =>
            input.Contains("\"facts\"", StringComparison.Ordinal) == whenSummarising && (waits.TrySetResult() || true);
        using var silent = new FakeModel(_ => BriefPlan.Of(TwoPartsPlan)) { IsSilent = IsSilent };
        using var model = new ResilientChatClient(silent, new ModelLimits(), clock);
        using var down = new FakeModel(input =>
            whenSummarising && !input.Contains("\"facts\"", StringComparison.Ordinal)
                ? BriefPlan.Of(TwoPartsPlan)
                : throw new ModelUnavailableException(ModelUnavailable.Slow)
        );

        var turn = AskAsync(store.AssistantWith(model), TwoParts);
        await waits.Task;
        clock.Advance(TimeSpan.FromSeconds(3.9));
        Assert.False(turn.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.2));

        // By the real clock nothing ends it: one that waits for more would wait for ever.
        var answer = await turn.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(CardOf(await AskAsync(store.AssistantWith(down), TwoParts)), CardOf(answer));
    }

    private static Func<string, string> Facts(Func<string[], string> summary) =>
        input => input.Contains("\"facts\"", StringComparison.Ordinal) ? summary(FactsOf(input)) : BriefPlan.Of(TwoPartsPlan);

    private static IEnumerable<string> QuestionsOf(string file) =>
        Bot.Evaluating.QuestionCase.ReadAll(Path.Combine(AppContext.BaseDirectory, "Cases", file)).Take(60).Select(c => c.Turns[^1].Say);

    private static string[] FactsOf(string input)
    {
        using var document = System.Text.Json.JsonDocument.Parse(input);
        return [.. document.RootElement.GetProperty("facts").EnumerateArray().Select(f => f.GetRawText())];
    }

    private static string CardOf(Answer answer) =>
        System.Text.RegularExpressions.Regex.Unescape(System.Text.Encoding.UTF8.GetString(answer.Message.Card.Span));

    private static async Task<Answer> AskAsync(Assistant assistant, string question, IProgress<string>? progress = null) =>
        await assistant.AnswerAsync(
            new Ask(question, Language.Vietnamese, null, null, Surface.Teams) { Progress = progress },
            CancellationToken.None
        );

    private sealed class Shown : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }
}
