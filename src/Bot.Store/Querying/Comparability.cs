using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Which figures may stand for a period, and which may be held against each other.</summary>
internal static class Comparability
{
    /// <summary>By the last day described, then by the day that the source describes, then the shorter period later.</summary>
    public static int ByTime(Figure a, Figure b)
    {
        var last = a.Period.Last.CompareTo(b.Period.Last);
        if (last != 0)
        {
            return last;
        }

        var asOf = Nullable.Compare(a.Provenance.AsOf, b.Provenance.AsOf);
        return asOf != 0 ? asOf : a.Period.CompareTo(b.Period);
    }

    /// <summary>
    /// The figure of exactly that period; where there is none, the newest state on a day inside the asked year, half, quarter or
    /// month. Never a shorter or longer period, never a span. Null takes the newest.
    /// </summary>
    public static Figure? Find(IReadOnlyList<Figure> oldestFirst, Period? asked)
    {
        if (asked is null)
        {
            return oldestFirst.Count == 0 ? null : oldestFirst[^1];
        }

        Figure? state = null;
        foreach (var figure in oldestFirst)
        {
            if (figure.Period == asked)
            {
                return figure;
            }

            if (MayStandFor(figure.Period, asked))
            {
                state = figure;
            }
        }

        return state;
    }

    /// <summary>Whether a state on a day may be offered for the asked calendar period; the card shows its true date.</summary>
    public static bool MayStandFor(Period state, Period asked) =>
        state.Kind == PeriodKind.Day
        && asked.Kind is PeriodKind.Year or PeriodKind.Half or PeriodKind.Quarter or PeriodKind.Month
        && asked.Covers(state);

    /// <summary>Whether two periods have the same length: only then is a change a change.</summary>
    public static bool SameLength(Period a, Period b) =>
        a.Kind == b.Kind
        && a.Kind switch
        {
            PeriodKind.SpanOfYears => a.Last.Year - a.First.Year == b.Last.Year - b.First.Year,
            PeriodKind.SpanOfMonths => Months(a) == Months(b),
            _ => true,
        };

    /// <summary>The newest approved figure before that one with the same length of period; null where there is none.</summary>
    public static Figure? Previous(Figure figure, IReadOnlyList<Figure> oldestFirst)
    {
        Figure? previous = null;
        foreach (var other in oldestFirst)
        {
            if (
                other.Status == ObservationStatus.Approved
                && SameLength(other.Period, figure.Period)
                && other.Period.Last < figure.Period.Last
            )
            {
                previous = other;
            }
        }

        return previous;
    }

    /// <summary>First minus second; null where one of them has no number.</summary>
    public static Difference? Difference(Amount? first, Amount? second, Indicator indicator)
    {
        if (first is null || second is null)
        {
            return null;
        }

        var signed = first.Value - second.Value;
        bool? better =
            signed == 0 || indicator.Direction == Direction.Neither ? null
            : indicator.Direction == Direction.Higher ? signed > 0
            : signed < 0;
        return new Difference(new Amount(signed), new Amount(Math.Abs(signed)), indicator.Unit, better);
    }

    /// <summary>Whether a number holds against another.</summary>
    public static bool Holds(Amount amount, Comparator comparator, decimal number) =>
        comparator switch
        {
            Comparator.AtLeast => amount.Value >= number,
            Comparator.AtMost => amount.Value <= number,
            Comparator.Above => amount.Value > number,
            Comparator.Below => amount.Value < number,
            _ => amount.Value == number,
        };

    /// <summary>Orders the better before the worse; the higher first where neither way is better.</summary>
    public static int BestFirst(Figure a, Figure b, Direction direction) =>
        direction == Direction.Lower ? a.Amount!.CompareTo(b.Amount) : b.Amount!.CompareTo(a.Amount);

    private static int Months(Period period) => (period.Last.Year - period.First.Year) * 12 + period.Last.Month - period.First.Month;
}
