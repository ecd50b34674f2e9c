using Bot.Indicators.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Periods;

/// <summary>Days, halves and months.</summary>
internal sealed partial class PeriodGrammar
{
    // ngày 28/3/2023, 28-3-2023, 28.3.2023, ngày 28 tháng 3 năm 2023, 2023-03-28
    private PeriodMention? Date(int at)
    {
        var start = Is(at, TimeWord.Day) ? at + 1 : at;
        if (Peek(start) is not { Sort: TokenSort.Number } first)
        {
            return null;
        }

        var dotted = first.Word.Split('.');
        if (dotted.Length == 3 && int.TryParse(dotted[2], out var dottedYear) && dotted[2].Length == 4)
        {
            return Day(at, start + 1, dottedYear, int.Parse(dotted[1], null), int.Parse(dotted[0], null));
        }

        var day = PeriodWords.Number(first);
        var month = PeriodWords.Number(Peek(start + 2) ?? first);
        if (Peek(start + 1) is { } mark && (mark.Is('/') || mark.Is('-')) && Peek(start + 2) is { Sort: TokenSort.Number })
        {
            if (Peek(start + 3) is { } second && second.Word == mark.Word && Peek(start + 4) is { Sort: TokenSort.Number } third)
            {
                return first.Word.Length == 4
                    ? Day(at, start + 5, day, month, PeriodWords.Number(third))
                    : Day(at, start + 5, third.Word.Length == 2 ? 2000 + PeriodWords.Number(third) : PeriodWords.Number(third), month, day);
            }

            return start > at || Is(at - 1, TimeWord.On) || Is(at - 1, TimeWord.PartOfDay) || IsOnlyADay(day, month, mark, at + 3)
                ? WithYearAfterDay(at, start + 3, day, month)
                : null;
        }

        // "ngày 13 và 14-11"
        if (
            start > at
            && Is(start + 1, TimeWord.And)
            && day is >= 1 and <= 31
            && Peek(start + 3) is { } sign
            && (sign.Is('/') || sign.Is('-'))
        )
        {
            return
                WithYearAfterDay(at, start + 5, PeriodWords.Number(Peek(start + 2) ?? first), PeriodWords.Number(Peek(start + 4) ?? first))
                    is { Period: var last } second
                && day < last.First.Day
                ? second with
                {
                    Period = Period.Day(new(last.First.Year, last.First.Month, day)),
                    To = last,
                }
                : null;
        }

        if (
            Is(start + 1, TimeWord.Month)
            && day is >= 1 and <= 31
            && start > at
            && PeriodWords.Ordinal(Peek(start + 2)) is >= 1 and <= 12 and var named
        )
        {
            return WithYearAfterDay(at, start + 3, day, named);
        }

        return null;
    }

    // "kiểm tra 28/3": no month, and no share of so few.
    private bool IsOnlyADay(int day, int month, Token mark, int end) =>
        day is > 12 and <= 31
        && month is >= 1 and <= 12
        && mark.Is('/')
        && !mark.SpaceBefore
        && !(Peek(end) is { SpaceBefore: false } next && (next.Is('/') || next.Is('-') || next.Sort == TokenSort.Number));

    private PeriodMention? EnglishDate(int at)
    {
        if (
            PeriodWords.EnglishMonth(Peek(at)) is > 0 and var month
            && PeriodWords.Number(Peek(at + 1) ?? tokens[at]) is >= 1 and <= 31 and var day
        )
        {
            var next = Is(at + 2, TimeWord.OrdinalEnding) ? at + 3 : at + 2;
            return WithYearAfterDay(at, next, day, month);
        }

        if (PeriodWords.Number(tokens[at]) is >= 1 and <= 31 and var number)
        {
            var next = Is(at + 1, TimeWord.OrdinalEnding) ? at + 2 : at + 1;
            next = Is(next, TimeWord.Of) ? next + 1 : next;
            if (PeriodWords.EnglishMonth(Peek(next)) is > 0 and var named)
            {
                return WithYearAfterDay(at, next + 1, number, named);
            }
        }

        return null;
    }

    private PeriodMention? WithYearAfterDay(int at, int next, int day, int month)
    {
        var skip = SkipJoin(next);
        skip = Is(skip, TimeWord.Year) ? skip + 1 : skip;
        if (PeriodWords.Year(Peek(skip)) is > 0 and var year)
        {
            return Day(at, skip + 1, year, month, day);
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month))
        {
            return null;
        }

        var guess = today.Month > month || today.Month == month && today.Day >= day ? today.Year : today.Year - 1;
        return Day(at, next, guess, month, Math.Min(day, DateTime.DaysInMonth(guess, month))) is { } mention
            ? mention with
            {
                YearGuessed = true,
            }
            : null;
    }

    private static PeriodMention? Day(int at, int end, int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(at, end, Period.Day(new DateOnly(year, month, day)))
            : null;

    private PeriodMention? Half(int at)
    {
        var token = Peek(at)!;
        if (token.Word is "h1" or "h2" or "s1" or "s2")
        {
            return WithYearAfter(at, at + 1, y => Period.Half(y, token.Word[1] - '0'));
        }

        if (
            PeriodWords.Year(token) is > 0 and var year
            && SkipJoin(at + 1) is var after
            && Peek(after)?.Word is "h1" or "h2" or "s1" or "s2"
        )
        {
            return new(at, after + 1, Period.Half(year, Peek(after)!.Word[1] - '0'));
        }

        if ((Is(at, TimeWord.First) || Is(at, TimeWord.Second)) && Is(at + 1, TimeWord.Half))
        {
            return WithYearAfter(at, at + 2, y => Period.Half(y, Is(at, TimeWord.First) ? 1 : 2));
        }

        if (Is(at, TimeWord.Half) && IsEndOfYear(at + 1))
        {
            var half = Is(at + 1, TimeWord.Beginning) ? 1 : 2;
            var next = Is(at + 2, TimeWord.Year) && PeriodWords.Year(Peek(at + 3)) == 0 && RelativeYear(at + 2).Year == 0 ? at + 3 : at + 2;
            return WithYearAfter(at, next, y => Period.Half(y, half));
        }

        return null;
    }

    private PeriodMention? Month(int at)
    {
        var token = Peek(at)!;
        if (Is(at, TimeWord.Month) && PeriodWords.Ordinal(Peek(at + 1)) is >= 1 and <= 12 and var number)
        {
            return WithYearAfter(at, at + 2, y => Period.Month(y, number));
        }

        if (
            token.Word.Length is 2 or 3
            && token.Word[0] == 't'
            && int.TryParse(token.Word.AsSpan(1), out var month)
            && month is >= 1 and <= 12
            && (Peek(at + 1) is { } sign && (sign.Is('/') || sign.Is('-')) || Is(at + 1, TimeWord.Year))
        )
        {
            return WithYearAfter(at, at + 1, y => Period.Month(y, month));
        }

        // 11/2022, 11-2022
        if (
            PeriodWords.Number(token) is >= 1 and <= 12 and var bare
            && Peek(at + 1) is { } slash
            && (slash.Is('/') || slash.Is('-'))
            && !slash.SpaceBefore
            && PeriodWords.Year(Peek(at + 2)) is > 0 and var its
            && !(Peek(at + 3) is { } more && (more.Is('/') || more.Is('-')) && !more.SpaceBefore)
        )
        {
            return new(at, at + 3, Period.Month(its, bare));
        }

        // "January to September 2021": the year is said once.
        if (
            PeriodWords.EnglishMonth(token) is > 0 and var first
            && Is(at + 1, TimeWord.To)
            && PeriodWords.EnglishMonth(Peek(at + 2)) > first
            && PeriodWords.Year(Peek(Is(at + 3, TimeWord.Of) ? at + 4 : at + 3)) is > 0 and var common
        )
        {
            return new(at, at + 1, Period.Month(common, first));
        }

        return PeriodWords.EnglishMonth(token) is > 0 and var named && PeriodWords.Year(Peek(Is(at + 1, TimeWord.Of) ? at + 2 : at + 1)) > 0
            ? WithYearAfter(at, at + 1, y => Period.Month(y, named))
            : null;
    }
}
