using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Questions;
using Xunit.Abstractions;

namespace Bot.Tests.Understanding.Generated;

public sealed class MadeUpQuestionTests(ITestOutputHelper output)
{
    // What is meant, and the same with one word that changes it.
    private static readonly (string Word, string Other)[] Turns =
    [
        (" có trên ", " có dưới "),
        (" cao nhất", " thấp nhất"),
        ("ít nhất ", "không quá "),
        ("quý 1", "quý 2"),
        ("quý II", "quý III"),
        ("Q3", "Q4"),
        ("nào đạt chỉ tiêu", "nào chưa đạt chỉ tiêu"),
        ("toàn trình", "toàn tỉnh"),
        ("toàn trình", "một phần"),
        ("đã giải quyết", "đang giải quyết"),
        ("đúng hạn", "quá hạn"),
        ("Sở ", "Bộ "),
        ("các sở", "các quận"),
        ("trừ ", "và "),
        ("đầu năm", "cuối năm"),
        ("ưu điểm", "hạn chế"),
        (" above ", " below "),
        ("highest", "lowest"),
        ("at least", "at most"),
        ("Q1", "Q2"),
        ("Department", "Ministry"),
        ("fully online", "partly online"),
        ("settled dossiers", "received dossiers"),
        ("first half", "second half"),
    ];

    /// <summary>
    /// A wrong reading is ten times as bad as none. One batch runs alone with <c>--filter "DisplayName~batch: \"9\""</c>.
    /// </summary>
    [Theory]
    [InlineData("town", "*", 3000)]
    [InlineData("coast", "*", 3000)]
    [InlineData("upland", "*", 3000)]
    [InlineData("delta", "*", 3000)]
    [InlineData("town", "1", 500)]
    [InlineData("town", "2", 500)]
    [InlineData("town", "3", 500)]
    [InlineData("town", "4", 500)]
    [InlineData("town", "5", 500)]
    [InlineData("town", "6", 500)]
    [InlineData("town", "7", 500)]
    [InlineData("town", "8", 500)]
    [InlineData("coast", "9", 1000)]
    [InlineData("upland", "10", 1000)]
    [InlineData("town", "11", 1000)]
    [InlineData("coast", "11", 1000)]
    [InlineData("upland", "11", 1000)]
    [InlineData("delta", "12", 1000)]
    [InlineData("coast", "12", 1000)]
    [InlineData("upland", "13", 1000)]
    public void Made_up_questions_read_to_what_they_mean(string city, string batch, int questions)
    {
        var tally = Tally.Run(first: 1, questions, new TemplateBook(batch), words: WordLists.Of(city));
        output.WriteLine(tally.ToString());
        output.WriteLine(string.Join('\n', tally.Wrong));

        Assert.True(tally.Wrong.Count <= tally.All * 0.002, $"{tally.Wrong.Count} wrong\n{string.Join('\n', tally.Wrong.Take(10))}");
        // One batch alone has some of its templates often, and the hard ones with them.
        Assert.True(
            tally.Right >= tally.All * (batch == "*" ? 0.98 : 0.96),
            $"{tally.Right} right\n{string.Join('\n', tally.Abstained.Take(20))}"
        );
    }

    public static IEnumerable<object[]> Fixed => WordLists.Rows(Cases.PathOf(WordLists.Folder + "fixed.txt"));

    [Theory]
    [MemberData(nameof(Fixed))]
    public void A_question_that_was_once_misread_is_read_now(string place, string question, params string[] gold)
    {
        var (words, number) = (place.Split(' ')[0], int.Parse(place.Split(' ')[1]));

        Assert.Equal(string.Join('|', gold), Cases.Text(Read(new(number, WordLists.Of(words)), question)));
    }

    /// <summary>One slip of the finger is read over, or asked about; hardly ever is it taken for another word.</summary>
    [Fact]
    public void A_slip_is_read_over_or_asked_about()
    {
        var tally = Tally.Run(first: 5000, questions: 3000, TemplateBook.All, Noise.Slips);
        output.WriteLine(tally.ToString());
        output.WriteLine(string.Join('\n', tally.Wrong));

        Assert.True(tally.Wrong.Count <= tally.All * 0.004, $"{tally.Wrong.Count} wrong\n{string.Join('\n', tally.Wrong.Take(10))}");
        Assert.True(tally.Right >= tally.All * 0.80, $"{tally.Right} right\n{string.Join('\n', tally.Abstained.Take(20))}");
    }

    [Fact]
    public void A_body_that_is_not_in_the_city_never_gets_an_answer()
    {
        var random = new Random(5);
        for (var n = 0; n < 60; n++)
        {
            var city = new MadeUpCity(1000 + n);
            var unit = city.Steady[0].Names;
            foreach (var stranger in city.Words.Strangers)
            {
                var indicator = city.Indicators[random.Next(14)].Names;
                AssertNotAnswered(city, $"{indicator.Vietnamese} của {stranger[0]} năm 2023 là bao nhiêu?");
                AssertNotAnswered(city, Noise.Bare($"{indicator.Vietnamese} của {unit.Vietnamese} và {stranger[0]}").ToLowerInvariant());
                AssertNotAnswered(city, $"What is the {indicator.English} of the {stranger[1]} in Q2 2023?".ToLowerInvariant());
            }
        }
    }

    [Fact]
    public void One_word_that_changes_the_meaning_changes_the_query()
    {
        var random = new Random(6);
        var (turned, same) = (0, new List<string>());
        MadeUpCity city = null!;
        for (var n = 0; n < 2000; n++)
        {
            city = n % 100 == 0 ? new MadeUpCity(2000 + n / 100) : city;
            var question = MadeUpQuestion.Draw(city, random, TemplateBook.All);
            foreach (var (word, other) in Turns)
            {
                var text = question.Text.Replace(word, other, StringComparison.Ordinal);
                if (text != question.Text && Read(city, question.Text) is Reading.Clear { Query: StoreQuery } one)
                {
                    turned++;
                    if (Read(city, text) is Reading.Clear { Query: StoreQuery } two && one.Query.ToString() == two.Query.ToString())
                    {
                        same.Add($"{question.Text} = {text}: {two.Query}");
                    }
                }
            }
        }

        Assert.InRange(turned, 500, int.MaxValue);
        Assert.Empty(same);
    }

    [Fact]
    public void Noise_never_turns_one_query_into_another()
    {
        var random = new Random(7);
        MadeUpCity city = null!;
        for (var n = 0; n < 400; n++)
        {
            city = n % 40 == 0 ? new MadeUpCity(3000 + n / 40) : city;
            var question = MadeUpQuestion.Draw(city, random, TemplateBook.All);
            foreach (var noise in (ReadOnlySpan<string>)["pad", "caps", "lower", "nfd", "spaces", "marks"])
            {
                var text = Noise.Apply(noise, question.Text, random, question.English);
                if (
                    Read(city, question.Text) is Reading.Clear { Query: StoreQuery } plain
                    && Read(city, text) is Reading.Clear { Query: StoreQuery } noisy
                )
                {
                    Assert.Equal(plain.Query.ToString(), noisy.Query.ToString());
                }
            }
        }
    }

    private static void AssertNotAnswered(MadeUpCity city, string text) =>
        Assert.False(Read(city, text) is Reading.Clear { Query: StoreQuery }, $"{text}: {Cases.Text(Read(city, text))}");

    private static Reading Read(MadeUpCity city, string text) => new QuestionReader().Read(new Question(text, city.Today), city.Catalogue);
}
