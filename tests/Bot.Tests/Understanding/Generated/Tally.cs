using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Questions;

namespace Bot.Tests.Understanding.Generated;

/// <summary>How a run of made-up questions went: right, not answered, or answered with another query.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (int Right, int Abstained, int Wrong)> _kinds = [];

    public List<string> Wrong { get; } = [];

    public List<string> Abstained { get; } = [];

    public int Right { get; private set; }

    public int All => Right + Abstained.Count + Wrong.Count;

    public static Tally Run(int first, int questions, TemplateBook book, string[]? noises = null, WordLists? words = null)
    {
        var tally = new Tally();
        var reader = new QuestionReader();
        var random = new Random(first);
        MadeUpCity? city = null;
        for (var n = 0; n < questions; n++)
        {
            city = n % 40 == 0 ? new MadeUpCity(first + n / 40, words) : city!;
            var question = MadeUpQuestion.Draw(city, random, book);
            var noise =
                question.Gold.StartsWith("small-talk", StringComparison.Ordinal) ? "none"
                : noises is not null ? noises[random.Next(noises.Length)]
                : Noise.Kinds[random.Next(question.English ? 7 : Noise.Kinds.Length)];
            var text = Noise.Apply(noise, question.Text, random, question.English);
            tally.Add(first + n / 40, question, noise, text, reader.Read(new Question(text, city.Today), city.Catalogue));
        }

        return tally;
    }

    public override string ToString() =>
        $"{All} questions: {Right} right ({(double)Right / All:P2}), {Abstained.Count} not answered, {Wrong.Count} wrong ({(double)Wrong.Count / All:P2})\n"
        + string.Join(
            '\n',
            _kinds
                .OrderBy(k => k.Key, StringComparer.Ordinal)
                .Select(k => $"  {k.Key}: {k.Value.Right}/{k.Value.Abstained}/{k.Value.Wrong}")
        );

    private void Add(int city, MadeUpQuestion question, string noise, string text, Reading reading)
    {
        var said = Cases.Text(reading);
        var line = $"{question.Kind}/{noise} (city {city}): {text}\n      gold {question.Gold}\n      read {said}";
        var answered = reading is Reading.Clear { Query: StoreQuery };
        var right = question.Gold switch
        {
            "?" => reading is Reading.Ambiguous,
            "-" => !answered,
            var query => said == query,
        };
        if (right)
        {
            Right++;
        }
        else
        {
            (answered ? Wrong : Abstained).Add(line);
        }

        foreach (var key in (ReadOnlySpan<string>)[question.Kind, "noise " + noise])
        {
            var (r, a, w) = _kinds.GetValueOrDefault(key);
            _kinds[key] = (r + (right ? 1 : 0), a + (!right && !answered ? 1 : 0), w + (!right && answered ? 1 : 0));
        }
    }
}
