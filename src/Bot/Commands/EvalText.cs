using System.Globalization;
using Bot.Evaluating;
using Bot.Indicators;
using Bot.Models;

namespace Bot.Commands;

/// <summary>The measures of a question file, as lines for a terminal.</summary>
internal static class EvalText
{
    public static string Faults(IEnumerable<JudgedCase> cases) =>
        string.Join(
            Environment.NewLine,
            cases
                .SelectMany(c => c.Turns.Where(t => !t.IsRight).Select(t => (c.Case.Id, Turn: t)))
                .Select(f =>
                    $"- {f.Id}: {f.Turn.Say}{Environment.NewLine}    {string.Join("; ", f.Turn.Faults.Select(x => x.What))}"
                    + $"{Environment.NewLine}    {f.Turn.Said.ReplaceLineEndings(" / ")}"
                )
        );

    public static string Write(string file, Measures measures, Language language)
    {
        var words = TerminalWords.In(language);
        string Line(string key, Share share) => words.Say(key, share.Count, share.Of, Percent(share.Rate), Percent(share.UpperBound));
        string[] lines =
        [
            words.Say("eval.file", file, measures.Right.Count, measures.Right.Of, Percent(measures.Right.Rate)),
            Line("eval.wrong", measures.WrongNumbers),
            Line("eval.accuracy", measures.Accuracy),
            Line("eval.coverage", measures.Coverage),
            Line("eval.precision", measures.AbstentionPrecision),
            Line("eval.recall", measures.AbstentionRecall),
            Line("eval.overAsking", measures.OverAsking),
            Line("eval.chains", measures.Chains),
            .. measures.Variants.Select(v =>
                words.Say(
                    "eval.variant",
                    v.Kind,
                    v.Varied.Count,
                    v.Varied.Of,
                    v.Points.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)
                )
            ),
            words.Say("eval.penalised", measures.Penalised.ToString("0.000", CultureInfo.InvariantCulture), Measures.Penalty),
            words.Say("eval.took", Milliseconds(measures.Took.Median), Milliseconds(measures.Took.Slow)),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    public static string Write(ModelTally tally, ModelOptions prices, Language language)
    {
        var words = TerminalWords.In(language);
        var (sent, received) = tally.Tokens;
        string[] lines =
        [
            words.Say("eval.model.calls", tally.Calls.Of, tally.Calls.Count),
            words.Say("eval.model.tokens", sent, received),
            .. tally.CostAt(prices) is { } cost
                ? [words.Say("eval.model.cost", cost.ToString("0.0000", CultureInfo.InvariantCulture))]
                : Array.Empty<string>(),
            words.Say("eval.model.took", Milliseconds(tally.Took.Median), Milliseconds(tally.Took.Slow)),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string Percent(double rate) => (rate * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
