using System.Diagnostics;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Testing;
using Bot.Understanding.Questions;

namespace Bot.Benchmarks.Scale;

/// <summary>
/// How long a question takes to read that was never read before, and what it allocates, by the size of the catalogue: percentiles over
/// thousands of different questions, which BenchmarkDotNet's means over one would hide.
/// </summary>
internal static class ReadingRun
{
    private const int Questions = 6_000;
    private static readonly DateOnly Today = new(2024, 1, 15);
    private static readonly (int Units, int Indicators)[] Sizes = [(200, 50), (2_000, 500), (20_000, 500)];

    public static int Run()
    {
        Console.WriteLine(
            "| units | indicators | words | p50 µs | p99 µs | most µs | KB a question (mean, p99) |\n|---|---|---|---|---|---|---|"
        );
        foreach (var (units, indicators) in Sizes)
        {
            var catalogue = Catalogues.Of(units, indicators);
            Measure(catalogue, MadeQuestions.Short);
            foreach (var kind in (ReadOnlySpan<MadeQuestions>)[MadeQuestions.Short, MadeQuestions.Usual, MadeQuestions.Long])
            {
                var (took, bytes, words) = Measure(catalogue, kind);
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"| {units:N0} | {indicators} | {words:0.0} | {At(took, 0.5):0.0} | {At(took, 0.99):0.0} | {took[^1]:0} | {bytes.Average() / 1024:0.0}, {At(bytes, 0.99) / 1024:0.0} |"
                    )
                );
            }
        }

        return 0;
    }

    private static (List<double> Micros, List<double> Bytes, double Words) Measure(Catalogue catalogue, MadeQuestions kind)
    {
        var reader = new QuestionReader();
        var random = new Random(7);
        List<string> texts = [.. Enumerable.Range(0, Questions).Select(_ => kind.Text(catalogue, random))];
        List<double> took = [];
        List<double> bytes = [];
        // The first third warms up the code and the lexicon.
        foreach (var (at, text) in texts.Index())
        {
            var question = new Question(text, Today, Language.Vietnamese);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var begun = Stopwatch.GetTimestamp();
            reader.Read(question, catalogue);
            var elapsed = Stopwatch.GetElapsedTime(begun);
            if (at > Questions / 3)
            {
                took.Add(elapsed.TotalMicroseconds);
                bytes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }

        took.Sort();
        bytes.Sort();
        return (took, bytes, texts.Average(t => t.Split(' ').Length));
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
