using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Questions;
using FsCheck;

namespace Bot.Tests.Understanding.Generated;

/// <summary>Every word of a question is used, grammar, courtesy, or residue; and residue is told, or keeps the question from being answered.</summary>
public sealed class NothingDroppedProperties
{
    // Words of no language and of no catalogue.
    private static readonly string[] Strange = ["zumbrak", "quolfint", "brextal", "wyrmoog"];

    // Numbers, exclusions, negations, comparisons, times and names.
    private static readonly string[] Telling =
    [
        "47",
        "63,5%",
        "ngoại trừ",
        "không dưới 40",
        "không quá 40",
        "chưa đạt",
        "except",
        "not above 40",
        "quý 9",
        "năm 2009",
        "Sở Khoáng Sản Lục Ngạn",
        "Bộ Trấn Yên",
    ];

    [Sweep(1000)]
    public void Every_word_of_an_answered_question_is_used_or_told(DoNotSize<int> seed)
    {
        var (city, text, _) = Draw(seed.Item);
        var trace = new QuestionReader().Explain(new Question(text, city.Today), city.Catalogue);
        var parts = trace.Parts.Where(p => p.Sort is not TraceSort.Topic and not TraceSort.WeakUnit);

        Assert.Equal(Letters([text]), Letters(parts.Select(p => p.Words)));
        if (trace.Reading is Reading.Clear { Query: StoreQuery query, Note: var note })
        {
            var known = Words(trace.Parts.Where(p => p.Sort != TraceSort.Unexplained).Select(p => p.Words))
                .Concat(Words(note.LeftOut))
                .Concat(Words([query is FindingsQuery { About: { } about } ? about : ""]))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            var unknown = Words(trace.Parts.Where(p => p.Sort == TraceSort.Unexplained).Select(p => p.Words));

            Assert.True(unknown.All(w => known.Contains(w) || IsHowMany(w)), $"{text}: {string.Join(' ', unknown)}: {query}");
        }
    }

    [Sweep(1000)]
    public void A_word_of_no_meaning_is_told_or_blocks(DoNotSize<int> seed)
    {
        var (city, text, random) = Draw(seed.Item);
        var word = Strange[random.Next(Strange.Length)];
        var reading = Read(city, PutIn(text, word, random));

        Assert.True(
            reading is not Reading.Clear { Query: StoreQuery } clear
                || clear.Note.LeftOut.Any(l => l.Contains(word, StringComparison.Ordinal))
                || clear.Query is FindingsQuery { About: { } about } && about.Contains(word, StringComparison.Ordinal),
            $"{text} + {word}: {Cases.Text(reading)}"
        );
    }

    [Sweep(1000)]
    public void A_word_that_may_change_the_answer_never_leaves_the_reading_as_it_was(DoNotSize<int> seed)
    {
        var (city, text, random) = Draw(seed.Item);
        var word = Telling[random.Next(Telling.Length)];
        // A number that the asker holds against a figure still takes a second bound with it; whether a target is met is said in any case.
        if (
            Read(city, text) is Reading.Clear { Query: StoreQuery before and not ValueQuery { Claim: not null } and not TargetQuery }
            && !IsSaid(word, before)
        )
        {
            var changed = PutIn(text, word, random);
            Assert.False(
                Read(city, changed) is Reading.Clear { Query: StoreQuery after } && after.ToString() == before.ToString(),
                $"{changed}: {before}"
            );
        }
    }

    private static (MadeUpCity City, string Text, Random Random) Draw(int seed)
    {
        var random = new Random(seed);
        var city = new MadeUpCity((seed & int.MaxValue) % 40);
        return (city, MadeUpQuestion.Draw(city, random, TemplateBook.All).Text, random);
    }

    // The same again changes nothing.
    private static bool IsSaid(string word, StoreQuery query) =>
        word switch
        {
            "ngoại trừ" or "except" => query is CompareQuery { Units.Except.IsEmpty: false },
            "chưa đạt" => query is FilterQuery { Threshold: null, MeetsTarget: false },
            _ => false,
        };

    private static string PutIn(string text, string word, Random random)
    {
        var words = text.Split(' ').ToList();
        words.Insert(random.Next(words.Count + 1), word);
        return string.Join(' ', words);
    }

    private static Reading Read(MadeUpCity city, string text) => new QuestionReader().Read(new Question(text, city.Today), city.Catalogue);

    private static string[] Words(IEnumerable<string> texts) =>
        [
            .. texts.SelectMany(t =>
                t.Split([' ', '/', '-', ',', '.', '(', ')', '&', '?', ':', ';', '"', '%'], StringSplitOptions.RemoveEmptyEntries)
            ),
        ];

    private static string Letters(IEnumerable<string> texts) => string.Concat(string.Concat(texts).Where(char.IsLetterOrDigit));

    // "ba quận, huyện"
    private static bool IsHowMany(string word) =>
        word.ToLowerInvariant() is "hai" or "ba" or "bốn" or "năm" or "two" or "three" or "four" or "five";
}
