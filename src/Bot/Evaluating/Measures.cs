using Bot.Asking;

namespace Bot.Evaluating;

/// <summary>How good the answers to a set of questions are, and how sure that is.</summary>
internal sealed record Measures
{
    /// <summary>What a wrong figure costs against a right answer in <see cref="Penalised"/>.</summary>
    public const int Penalty = 10;

    /// <summary>Cases with every turn right.</summary>
    public required Share Right { get; init; }

    /// <summary>Replies with a wrong figure, of the replies with figures.</summary>
    public required Share WrongNumbers { get; init; }

    /// <summary>Right answers, of the questions that have one.</summary>
    public required Share Accuracy { get; init; }

    /// <summary>Answers, right or wrong, of the questions that have one.</summary>
    public required Share Coverage { get; init; }

    /// <summary>Questions that have no answer, of those that got none.</summary>
    public required Share AbstentionPrecision { get; init; }

    /// <summary>Questions that got no answer, of those that have none.</summary>
    public required Share AbstentionRecall { get; init; }

    /// <summary>Questions that were asked back, of those that are clear.</summary>
    public required Share OverAsking { get; init; }

    /// <summary>Conversations with every turn right.</summary>
    public required Share Chains { get; init; }

    /// <summary>For each kind of variant, how many are right and how many of the cases that they are variants of.</summary>
    public required IReadOnlyList<Parity> Variants { get; init; }

    /// <summary>Right replies less ten times the wrong ones, of all: the figure that cannot be raised by guessing.</summary>
    public required double Penalised { get; init; }

    /// <summary>Half, and all but a hundredth, of the replies took less.</summary>
    public required (TimeSpan Median, TimeSpan Slow) Took { get; init; }

    public static Measures Of(IReadOnlyList<JudgedCase> cases)
    {
        var turns = cases.SelectMany(c => c.Turns.Select((t, i) => (Turn: t, Want: WantOf(c, t, i)))).ToList();
        var answerable = turns.FindAll(t => t.Want == Want.Answer);
        var hopeless = turns.FindAll(t => t.Want == Want.Nothing);
        var decided = turns.FindAll(t => t.Want != Want.Either);
        var chains = cases.Where(c => c.Turns.Count > 1).ToList();
        var wrong = turns.Count(t => t.Turn.IsWrong);
        return new()
        {
            Right = new(cases.Count(c => c.IsRight), cases.Count),
            WrongNumbers = new(wrong, turns.Count(t => t.Turn.HasFigures || t.Turn.IsWrong)),
            Accuracy = new(answerable.Count(t => t.Turn.IsRight), answerable.Count),
            Coverage = new(answerable.Count(t => !Abstained(t.Turn)), answerable.Count),
            AbstentionPrecision = new(hopeless.Count(t => Abstained(t.Turn)), decided.Count(t => Abstained(t.Turn))),
            AbstentionRecall = new(hopeless.Count(t => Abstained(t.Turn)), hopeless.Count),
            OverAsking = new(answerable.Count(t => t.Turn.Outcome == Outcome.Clarify), answerable.Count),
            Chains = new(chains.Count(c => c.IsRight), chains.Count),
            Variants = Parity.Of(cases),
            Penalised = (turns.Count(t => t.Turn.IsRight) - Penalty * (double)wrong) / Math.Max(1, turns.Count),
            Took = Times([.. turns.Select(t => t.Turn.Took).Order()]),
        };
    }

    private static bool Abstained(JudgedTurn turn) => turn.Outcome is Outcome.Clarify or Outcome.NoData or Outcome.OutOfScope;

    // A file that names no outcomes says by its tags, and by what must not be said, where no answer is the right one.
    private static Want WantOf(JudgedCase judged, JudgedTurn turn, int at) =>
        turn.Expect.Outcome switch
        {
            "clarify" or "noData" or "outOfScope" => Want.Nothing,
            not null => Want.Answer,
            _ when turn.Expect.NoFigures => Want.Nothing,
            _ when at < judged.Turns.Count - 1 => Want.Answer,
            _ when judged.Case.Has("ambiguous") => Want.Either,
            _ => judged.Case.Has("no-data") || judged.Case.Has("oos") || judged.Case.Has("injection") ? Want.Nothing : Want.Answer,
        };

    private static (TimeSpan, TimeSpan) Times(TimeSpan[] sorted) =>
        sorted.Length == 0 ? default : (sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);

    private enum Want
    {
        Answer,
        Nothing,
        Either,
    }
}

/// <summary>How one kind of variant fares beside the cases that it is made of.</summary>
/// <param name="Kind">The kind: bare, telex, caps, …</param>
/// <param name="Varied">The variants that are right.</param>
/// <param name="Plain">The cases behind them that are right; all plain cases where the file does not say which.</param>
internal sealed record Parity(string Kind, Share Varied, Share Plain)
{
    /// <summary>What the variant costs, in percentage points; negative where it is worse.</summary>
    public double Points => (Varied.Rate - Plain.Rate) * 100;

    public static List<Parity> Of(IReadOnlyList<JudgedCase> cases)
    {
        var byId = cases.GroupBy(c => c.Case.Id).ToDictionary(g => g.Key, g => g.First());
        var plain = cases.Where(c => !c.Case.Has("noise")).ToList();
        return
        [
            .. cases
                .Where(c => c.Case.Has("noise"))
                .SelectMany(c => c.Case.Tags!.Where(t => t != "noise").Select(kind => (kind, c)))
                .GroupBy(v => v.kind, v => v.c)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                {
                    var bases = g.Select(v => v.Case.Of)
                        .OfType<string>()
                        .Distinct()
                        .Where(byId.ContainsKey)
                        .Select(id => byId[id])
                        .ToList();
                    return new Parity(g.Key, Right([.. g]), Right(bases.Count > 0 ? bases : plain));
                }),
        ];
    }

    private static Share Right(List<JudgedCase> cases) => new(cases.Count(c => c.IsRight), cases.Count);
}
