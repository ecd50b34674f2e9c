using Bot.Indicators.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Periods;

/// <summary>
/// Reads times at a place in a question: <c>quý II/2023</c>, <c>Q2-23</c>, <c>6 tháng đầu năm</c>, <c>năm ngoái</c>,
/// <c>từ quý I/2021 đến quý IV/2021</c>, <c>28 March 2023</c>. Relative ones count from the day that is passed in.
/// </summary>
internal sealed partial class PeriodGrammar(Token[] tokens, DateOnly today)
{
    /// <summary>The longest time that begins there; null where there is none.</summary>
    public PeriodMention? At(int start)
    {
        var lead = LeadEnd(start, out var until, out var range);
        var first = Single(lead) ?? (lead > start ? Single(start) : null);
        if (first is null)
        {
            return null;
        }

        var mention = RangeFrom(start, first, range) ?? first with { Start = start, Until = until, Lead = first.Start - start };
        return mention.Start == start ? mention : null;
    }

    // Words before a time that only introduce it.
    private int LeadEnd(int start, out bool until, out bool range)
    {
        until = range = false;
        var at = start;
        while (at < tokens.Length)
        {
            if (Count(at, TimePhrase.Range) is > 0 and var opening)
            {
                (range, at) = (true, at + opening);
            }
            else if (Count(at, TimePhrase.Counted) is > 0 and var counted)
            {
                at += counted;
            }
            else if (Count(at, TimePhrase.UntilEnd) is > 0 and var ending)
            {
                (until, at) = (true, at + ending);
            }
            else if (Is(at, TimeWord.Until))
            {
                (until, at) = (true, at + 1);
            }
            else if (Is(at, TimeWord.Within) || Is(at, TimeWord.Own) && at == start)
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private PeriodMention? RangeFrom(int start, PeriodMention first, bool introduced)
    {
        var at = first.End;
        var joined =
            Is(at, TimeWord.To) ? at + 1
            : Peek(at) is { } dash && dash.Is('-') && (first.Period.Kind == PeriodKind.Year || introduced || dash.SpaceBefore) ? at + 1
            : introduced && Is(at, TimeWord.And) ? at + 1
            : 0;
        if (joined == 0)
        {
            return null;
        }

        if (Is(joined, TimeWord.Now))
        {
            var now = Now(first.Period);
            return first.Period.CompareTo(now) >= 0
                ? first with
                {
                    Start = start,
                    End = joined + 1,
                }
                : new(start, joined + 1, first.Period, now);
        }

        while (Is(joined, TimeWord.Filler))
        {
            joined++;
        }

        var second = Single(joined);
        if (second is null || second.Period.Kind != first.Period.Kind)
        {
            return null;
        }

        var from = first.Period;
        if (first.YearGuessed && !second.YearGuessed)
        {
            from = WithYear(from, second.Period.EndYear);
        }

        return from.CompareTo(second.Period) >= 0 ? null : new(start, second.End, from, second.Period, Between: Is(at, TimeWord.And));
    }

    // The period of that kind that today lies in.
    private Period Now(Period like) =>
        like.Kind switch
        {
            PeriodKind.Quarter => Period.Quarter(today.Year, (today.Month + 2) / 3),
            PeriodKind.Half => Period.Half(today.Year, today.Month > 6 ? 2 : 1),
            PeriodKind.Month => Period.Month(today.Year, today.Month),
            PeriodKind.Day => Period.Day(today),
            _ => Period.Year(today.Year),
        };

    /// <summary>The same part of another year.</summary>
    public static Period WithYear(Period period, int year) =>
        period.Kind switch
        {
            PeriodKind.Quarter => Period.Quarter(year, period.Number),
            PeriodKind.Half => Period.Half(year, period.Number),
            PeriodKind.Month => Period.Month(year, period.Number),
            PeriodKind.Day => Period.Day(
                new DateOnly(year, period.First.Month, Math.Min(period.First.Day, DateTime.DaysInMonth(year, period.First.Month)))
            ),
            PeriodKind.SpanOfMonths => Period.SpanOfMonths(year, period.First.Month, year, period.Last.Month),
            _ => Period.Year(year),
        };

    private PeriodMention? Single(int at) =>
        Peek(at) is null
            ? null
            : Date(at) ?? EnglishDate(at) ?? Quarter(at) ?? SpanOfMonths(at) ?? Half(at) ?? Month(at) ?? Relative(at) ?? Year(at);

    private PeriodMention? SpanOfMonths(int at)
    {
        // 6 tháng đầu năm 2023, 9 tháng năm 2023, 6T/2023, first six months of 2023
        var isNamed = (Is(at, TimeWord.First) || Is(at, TimeWord.Ending)) && Is(at + 2, TimeWord.Month);
        var start = isNamed ? at + 1 : at;
        var count = PeriodWords.Ordinal(Peek(start));
        if (count is < 2 or > 11)
        {
            return null;
        }

        var next = start + 1;
        if (
            !Is(next, TimeWord.Month)
            && !(
                Peek(next) is { Word: "t", SpaceBefore: false }
                && (Peek(next + 1)?.Is('/') == true || Is(next + 1, TimeWord.Year) || IsEndOfYear(next + 1))
            )
        )
        {
            return null;
        }

        next++;
        var last = isNamed && Is(at, TimeWord.Ending);
        if (IsEndOfYear(next))
        {
            last = Is(next, TimeWord.End);
            next++;
        }

        if (Is(next, TimeWord.Year))
        {
            next = PeriodWords.Year(Peek(next + 1)) > 0 || RelativeYear(next).Year > 0 ? next : next + 1;
        }

        return WithYearAfter(
            at,
            next,
            y =>
                count == 6 ? Period.Half(y, last ? 2 : 1)
                : count == 3 ? Period.Quarter(y, last ? 4 : 1)
                : last ? Period.SpanOfMonths(y, 13 - count, y, 12)
                : Period.SpanOfMonths(y, 1, y, count)
        );
    }

    private bool IsEndOfYear(int at) => Is(at, TimeWord.Beginning) || Is(at, TimeWord.End);

    private PeriodMention? Year(int at)
    {
        var (year, end) =
            PeriodWords.Year(Peek(at)) is > 0 and var plain ? (plain, at + 1)
            : Is(at, TimeWord.Year) && PeriodWords.Year(Peek(at + 1)) is > 0 and var named ? (named, at + 2)
            : (0, 0);
        return year == 0 ? null : new(at, end, Period.Year(year));
    }

    private PeriodMention WithYearAfter(int at, int next, Func<int, Period> make)
    {
        var skip = SkipJoin(next);
        var relative = RelativeYear(skip);
        if (relative.Year > 0)
        {
            return new(at, relative.End, make(relative.Year));
        }

        if ((Is(skip, TimeWord.ThisOne) || Is(skip, TimeWord.LastOne)) && Is(skip + 1, TimeWord.Year))
        {
            return new(at, skip + 2, make(today.Year - (Is(skip, TimeWord.LastOne) ? 1 : 0)));
        }

        skip = Is(skip, TimeWord.Year) ? skip + 1 : skip;
        if (PeriodWords.Year(Peek(skip)) is > 0 and var year)
        {
            return new(at, skip + 1, make(year));
        }

        // Q2-23, T3/23
        if (skip > next && Peek(skip) is { Sort: TokenSort.Number, Word.Length: 2 } brief && !Is(skip + 1, TimeWord.Month))
        {
            return new(at, skip + 1, make(2000 + PeriodWords.Number(brief)));
        }

        var guess = make(today.Year);
        return new(at, next, guess.First > today ? make(today.Year - 1) : guess, YearGuessed: true);
    }

    private int SkipJoin(int at)
    {
        var start = at;
        while (
            at < start + 2
            && Peek(at) is { } token
            && (token.Is('/') || token.Is('-') || token.Is(',') || token.Is('.') || Is(at, TimeWord.Of))
        )
        {
            at++;
        }

        return at;
    }

    private bool Is(int at, TimeWord word) => PeriodWords.Is(Peek(at), word);

    private int Count(int at, TimePhrase phrase) => PeriodWords.Count(tokens, at, phrase);

    private static Period Back(Period period, int count) => count == 0 ? period : period.Previous()!;

    private Token? Peek(int at) => at >= 0 && at < tokens.Length ? tokens[at] : null;
}
