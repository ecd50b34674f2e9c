using Bot.Indicators.Periods;

namespace Bot.Understanding.Periods;

// Times told from today: this quarter, last month, since the beginning of the year.
internal sealed partial class PeriodGrammar
{
    private PeriodMention? Relative(int at)
    {
        var token = Peek(at)!;
        var next = Peek(at + 1);
        if (token.Word is "this" or "last" or "previous" && next is not null)
        {
            var back = token.Word == "this" ? 0 : 1;
            return next.Word switch
            {
                "year" => new(at, at + 2, Period.Year(today.Year - back)),
                "quarter" => new(at, at + 2, Back(Period.Quarter(today.Year, (today.Month + 2) / 3), back)),
                "month" => new(at, at + 2, Back(Period.Month(today.Year, today.Month), back)),
                _ => null,
            };
        }

        var end = IsJustGone(at + 1) ? at + 3 : at + 2;
        var ago =
            end == at + 3 ? 1
            : PeriodWords.Is(next, "nay", "nay") || PeriodWords.Is(next, "nay2", "nay") ? 0
            : PeriodWords.Is(next, "trươc1", "truoc") || PeriodWords.Is(next, "ngoai1", "ngoai") || PeriodWords.Is(next, "rôi2", "roi") ? 1
            : -1;
        if (ago >= 0 && PeriodWords.IsQuarter(token))
        {
            return new(at, end, Back(Period.Quarter(today.Year, (today.Month + 2) / 3), ago));
        }

        if (ago >= 0 && PeriodWords.IsMonth(token))
        {
            return new(at, end, Back(Period.Month(today.Year, today.Month), ago));
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
        if (Peek(at) is { Word: "beginning" or "start" } && Peek(at + 1)?.Word == "of" && Peek(at + 2)?.Word is "the" or "this")
        {
            return Peek(at + 3)?.Word == "year" ? at + 4 : 0;
        }

        if (Peek(at)?.Word == "ytd" || Peek(at)?.Word == "year" && Peek(at + 1)?.Word == "to" && Peek(at + 2)?.Word == "date")
        {
            return Peek(at)?.Word == "ytd" ? at + 1 : at + 3;
        }

        if (!PeriodWords.Is(Peek(at), "đâu2", "dau") || !PeriodWords.IsYear(Peek(at + 1)) || PeriodWords.Year(Peek(at + 2)) > 0)
        {
            return 0;
        }

        var end = PeriodWords.Is(Peek(at + 2), "nay", "nay") ? at + 3 : at + 2;
        return PeriodWords.IsTo(Peek(end)) && (PeriodWords.Is(Peek(end + 1), "nay", "nay") || PeriodWords.Is(Peek(end + 1), "giơ2", "gio"))
                ? end + 2
            : PeriodWords.IsFrom(Peek(at - 1)) ? end
            : 0;
    }

    // "vừa qua", "vừa rồi"
    private bool IsJustGone(int at) =>
        PeriodWords.Is(Peek(at), "vưa2", "vua")
        && (PeriodWords.Is(Peek(at + 1), "qua", "qua") || PeriodWords.Is(Peek(at + 1), "rôi2", "roi"));

    private (int Year, int End) RelativeYear(int at)
    {
        if (!PeriodWords.IsYear(Peek(at)))
        {
            return default;
        }

        var next = Peek(at + 1);
        return PeriodWords.Is(next, "nay", "nay") ? (today.Year, at + 2)
            : PeriodWords.Is(next, "ngoai1", "ngoai")
            || PeriodWords.Is(next, "trươc1", "truoc") && !PeriodWords.Is(Peek(at + 2), "đo1", "do")
                ? (today.Year - 1, at + 2)
            : IsJustGone(at + 1) ? (today.Year - 1, at + 3)
            : PeriodWords.Is(next, "kia", "kia") ? (today.Year - 2, at + 2)
            : default;
    }
}
