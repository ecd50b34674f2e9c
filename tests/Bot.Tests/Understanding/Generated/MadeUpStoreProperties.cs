using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Indicators.Results;
using Bot.Store.Querying;
using Bot.Testing;
using Bot.Understanding.Questions;
using FsCheck;

namespace Bot.Tests.Understanding.Generated;

/// <summary>From the words to the figure, over random cities with random figures in real stores.</summary>
public sealed class MadeUpStoreProperties
{
    private const int Questions = 24;

    /// <summary>The unit, the basis, the period and the number are those of the fact that was asked for, and no fact is passed over.</summary>
    [Sweep(4)]
    public async Task A_value_said_is_a_value_stored(DoNotSize<int> seed)
    {
        var (made, questions) = Draw(seed.Item, leftOut: 0);
        await using var store = await made.CreateAsync();
        var answered = 0;
        foreach (var (text, gold) in questions)
        {
            if (Read(text, store, made.Today) is Reading.Clear { Query: StoreQuery query })
            {
                answered++;
                var result = Assert.IsType<ValueResult>(await store.Engine.RunAsync(query, new QueryScope(made.Today, null), default));
                var said = result.Figures.Select(f => f.Figure).ToDictionary(CellOf, f => f.Amount!.Value);
                var stored = made.Facts.Where(f => MadeUpStore.Asks(gold, f.Key)).ToDictionary();
                Assert.True(said.Count == stored.Count && said.All(f => stored[f.Key] == f.Value), $"{text}: {query}");
                Assert.All(result.Figures, f => Assert.Equal(store.Catalogue[f.Figure.Indicator].Unit, f.Figure.Measure));
            }
        }

        Assert.InRange(answered, Questions * 3 / 4, Questions);
    }

    /// <summary>The same short of the store, over many more cities.</summary>
    [Sweep(400)]
    public void A_question_for_a_value_that_is_answered_reads_to_what_it_means(DoNotSize<int> seed)
    {
        var city = City(seed.Item);
        foreach (var (text, gold) in Ask(city, new Random(seed.Item)))
        {
            if (new QuestionReader().Read(new Question(text, city.Today), city.Catalogue) is Reading.Clear { Query: StoreQuery query })
            {
                Assert.True(gold.ToString() == query.ToString(), $"{text}: {query}");
            }
        }
    }

    /// <summary>The figures beside it are all there: another unit's, another quarter's, another indicator's.</summary>
    [Sweep(4)]
    public async Task A_fact_that_is_taken_out_gives_no_data_and_never_another_figure(DoNotSize<int> seed)
    {
        var (made, questions) = Draw(seed.Item, leftOut: Questions);
        await using var store = await made.CreateAsync();
        var answered = 0;
        foreach (var (text, _) in questions)
        {
            if (Read(text, store, made.Today) is Reading.Clear { Query: StoreQuery query })
            {
                answered++;
                var result = await store.Engine.RunAsync(query, new QueryScope(made.Today, null), default);
                Assert.True(result is NoData, $"{text}: {query} gave {result.GetType().Name}");
            }
        }

        Assert.InRange(answered, Questions * 3 / 4, Questions);
    }

    private static (MadeUpStore Store, List<(string Text, ValueQuery Gold)> Questions) Draw(int seed, int leftOut)
    {
        var random = new Random(seed);
        var city = City(seed);
        var questions = Ask(city, random);
        var golds = questions.ConvertAll(q => q.Gold);
        return (new(city, golds[leftOut..], golds[..leftOut], random), questions);
    }

    private static MadeUpCity City(int seed) => new(4000 + ((seed & int.MaxValue) % 100_000));

    private static List<(string Text, ValueQuery Gold)> Ask(MadeUpCity city, Random random)
    {
        var questions = new List<(string, ValueQuery)>();
        while (questions.Count < Questions)
        {
            var question = MadeUpQuestion.Draw(city, random, TemplateBook.All);
            if (
                question.Kind is "value" or "basis"
                && QueryText.TryRead(question.Gold, city.Catalogue, out var gold, out _)
                && gold is ValueQuery { Period: not null } value
            )
            {
                questions.Add((Noise.Apply(Noise.Kinds[random.Next(7)], question.Text, random, question.English), value));
            }
        }

        return questions;
    }

    private static Reading Read(string text, TestStore store, DateOnly today) =>
        new QuestionReader().Read(new Question(text, today), store.Catalogue);

    private static Cell CellOf(Figure figure) => new(figure.Unit, figure.Indicator, figure.Basis, figure.Period);
}
