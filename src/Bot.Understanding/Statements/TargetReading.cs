using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Tells what is to be reached from what was reached, and files it.</summary>
internal static class TargetReading
{
    /// <summary>Whether the number is set, not measured: "phải đạt chỉ tiêu … ít nhất 5%".</summary>
    public static bool IsTarget(Clause clause, Phrase phrase) =>
        (phrase.Figure.Bound & (StatementCue.AtLeast | StatementCue.AtMost)) != 0
        || clause.Has(
            StatementCue.Target,
            IsJoined(clause, phrase) ? clause.PartStart(phrase.Figure.Start) : phrase.Least,
            phrase.Figure.Start
        )
        || clause.Has(StatementCue.Target, phrase.Figure.End, phrase.To);

    // "… ít nhất 5% … và 10% …": the second number is set by the same words.
    private static bool IsJoined(Clause clause, Phrase phrase) =>
        !phrase.Own && phrase.From > clause.Passage.From && clause.Prose.Tokens[phrase.From - 1].Key == "va2";

    public static Left? File(Scene scene, Clause clause, Phrase phrase, List<OrgUnit> units, BasisCode basis, bool plural)
    {
        var number = scene.Prose.Slice(phrase.Figure.Start, phrase.Figure.End);
        var until = clause.Marks.OfType<PeriodMark>().Where(p => p.Start < phrase.To && !p.Compared).ToList();
        if (
            until.Count == 0
            || until[^1] is not { Mention.YearGuessed: false } term
            || new Timing(scene, clause).PeriodOf(term) is not { } period
        )
        {
            return new(OpenReason.NoPeriod, number);
        }

        if (Comparison(phrase) is not { } comparator || units.Select(u => u.Kind).Distinct().Count() > 1)
        {
            return new(OpenReason.NotAFact, number);
        }

        scene.Facts.Add(
            new ProposedTarget
            {
                Quote = scene.Quote(phrase.QuoteFrom(clause), phrase.To),
                Indicator = phrase.Named!.Indicator.Code,
                Basis = basis,
                Unit = plural ? null : units[0].Code,
                Kind = plural ? units[0].Kind : null,
                Period = period.Kind == PeriodKind.Day || period.Kind == PeriodKind.Year ? Period.Year(period.EndYear) : period,
                Comparator = comparator,
                Value = phrase.Figure.Value,
            }
        );
        return null;
    }

    private static Comparator? Comparison(Phrase phrase) =>
        (phrase.Figure.Bound & StatementCue.AtMost) != 0 ? Comparator.AtMost
        : (phrase.Figure.Bound & StatementCue.AtLeast) != 0 ? Comparator.AtLeast
        : phrase.Named!.Indicator.Direction switch
        {
            Direction.Higher => Comparator.AtLeast,
            Direction.Lower => Comparator.AtMost,
            _ => null,
        };
}
