using Bot.Indicators.Periods;

namespace Bot.Understanding.Periods;

// Times told from today: this quarter, last month, since the beginning of the year.
internal sealed partial class PeriodGrammar
{
    private PeriodMention? Relative(int at)
    {
        if (Is(at, TimeWord.ThisOne) || Is(at, TimeWord.LastOne))
        {
            var back = Is(at, TimeWord.ThisOne) ? 0 : 1;
            return Is(at + 1, TimeWord.Year) ? new(at, at + 2, Period.Year(today.Year - back))
                : Is(at + 1, TimeWord.Quarter) ? new(at, at + 2, Back(Period.Quarter(today.Year, (today.Month + 2) / 3), back))
                : Is(at + 1, TimeWord.Month) ? new(at, at + 2, Back(Period.Month(today.Year, today.Month), back))
                : null;
        }

        var end = IsJustGone(at + 1) ? at + 3 : at + 2;
        var ago =
            end == at + 3 ? 1
            : Is(at + 1, TimeWord.This) ? 0
            : Is(at + 1, TimeWord.Last) ? 1
            : -1;
        if (ago >= 0 && Is(at, TimeWord.Quarter))
        {
            return new(at, end, Back(Period.Quarter(today.Year, (today.Month + 2) / 3), ago));
        }

        if (ago >= 0 && Is(at, TimeWord.Month))
        {
            return new(at, end, Back(Period.Month(today.Year, today.Month), ago));
        }

        if (IsWholeYear(at))
        {
            return new(at, at + 2, Period.Year(today.Year), YearGuessed: true);
        }

        if (SinceNewYear(at) is > 0 and var since)
        {
            return new(at, since, Period.Year(today.Year));
        }

        var (year, yearEnd) = RelativeYear(at);
        return year == 0 ? null : new(at, yearEnd, Period.Year(year));
    }

    // "từ đầu năm", "đầu năm đến nay", "since the beginning of the year", "year to date": the end; 0 where none is there.
    private int SinceNewYear(int at)
    {
        if (Math.Max(Count(at, TimePhrase.StartOfYear), Count(at, TimePhrase.YearToDate)) is > 0 and var words)
        {
            return at + words;
        }

        if (!Is(at, TimeWord.Beginning) || !Is(at + 1, TimeWord.Year) || PeriodWords.Year(Peek(at + 2)) > 0)
        {
            return 0;
        }

        var end = Is(at + 2, TimeWord.ThisYear) ? at + 3 : at + 2;
        return Count(end, TimePhrase.ToNow) is > 0 and var toNow ? end + toNow
            : Is(at - 1, TimeWord.From) ? end
            : 0;
    }

    // "cả năm", "the full year", without saying which
    private bool IsWholeYear(int at) =>
        Is(at, TimeWord.Whole) && Is(at + 1, TimeWord.Year) && PeriodWords.Year(Peek(at + 2)) == 0 && RelativeYear(at + 1).Year == 0;

    // "vừa qua", "vừa rồi"
    private bool IsJustGone(int at) => Count(at, TimePhrase.JustGone) > 0;

    private (int Year, int End) RelativeYear(int at)
    {
        if (!Is(at, TimeWord.Year))
        {
            return default;
        }

        return Is(at + 1, TimeWord.ThisYear) ? (today.Year, at + 2)
            : Is(at + 1, TimeWord.LastYear) && !Is(at + 2, TimeWord.That) ? (today.Year - 1, at + 2)
            : IsJustGone(at + 1) ? (today.Year - 1, at + 3)
            : Is(at + 1, TimeWord.YearBeforeLast) ? (today.Year - 2, at + 2)
            : default;
    }
}
