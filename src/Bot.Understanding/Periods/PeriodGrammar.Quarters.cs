using Bot.Indicators.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Periods;

// Quarters, with a year beside them or without.
internal sealed partial class PeriodGrammar
{
    private PeriodMention? Quarter(int at)
    {
        var (number, next) = QuarterNumber(at);
        if (number == 0)
        {
            // 2022 Q4, 2022-Q4
            var year = PeriodWords.Year(Peek(at));
            var inner = Is(at, TimeWord.Year) ? at + 1 : at;
            year = year == 0 ? PeriodWords.Year(Peek(inner)) : year;
            if (year == 0)
            {
                return null;
            }

            var after = SkipJoin(inner + 1);
            (number, next) = QuarterNumber(after);
            return number == 0 ? null : new(at, next, Period.Quarter(year, number));
        }

        if (Is(next, TimeWord.This) || Is(next, TimeWord.Before))
        {
            return null;
        }

        return BriefYear(at, next) is > 0 and var brief
            ? new(at, next + 1, Period.Quarter(brief, number))
            : WithYearAfter(at, next, y => Period.Quarter(y, number));
    }

    // "Q3 23" where nothing is counted: the year of the last ten; 0 where there is none.
    private int BriefYear(int at, int next) =>
        Peek(at)?.Word[0] == 'q'
        && next == at + 1
        && Peek(next) is { Sort: TokenSort.Number, Word.Length: 2 } number
        && 2000 + PeriodWords.Number(number) is var year
        && year > today.Year - 10
        && year <= today.Year + 1
        && Peek(next + 1) is null or { Sort: TokenSort.Mark, Word: "?" or "," or "." or "!" or ")" or ";" }
            ? year
            : 0;

    // quý II, q2, quarter 2, second quarter, the last quarter of
    private (int Number, int Next) QuarterNumber(int at)
    {
        var token = Peek(at);
        if (token is null)
        {
            return default;
        }

        if (token.Word.Length == 2 && token.Word[0] == 'q' && token.Word[1] is >= '1' and <= '4')
        {
            return (token.Word[1] - '0', at + 1);
        }

        // quy2/2023
        if (
            token.Word.Length == 4
            && token.Bare.StartsWith("quy", StringComparison.Ordinal)
            && token.Word[3] is >= '1' and <= '4'
            && Peek(at + 1) is { SpaceBefore: false } mark
            && (mark.Is('/') || mark.Is('-'))
        )
        {
            return (token.Word[3] - '0', at + 1);
        }

        if (Is(at, TimeWord.Quarter) && PeriodWords.Ordinal(Peek(at + 1)) is >= 1 and <= 4 and var number)
        {
            return (number, at + 2);
        }

        // Q.I/2023
        if (
            Is(at, TimeWord.Quarter)
            && Peek(at + 1) is { SpaceBefore: false } point
            && point.Is('.')
            && Peek(at + 2) is { SpaceBefore: false } after
            && PeriodWords.Ordinal(after) is >= 1 and <= 4 and var pointed
        )
        {
            return (pointed, at + 3);
        }

        // quý đầu tiên, quý đầu năm
        if (Is(at, TimeWord.Quarter) && Count(at + 1, TimePhrase.FirstOfYear) is > 0 and var words)
        {
            return (1, at + 1 + words);
        }

        // quý cuối năm
        if (Is(at, TimeWord.Quarter) && Is(at + 1, TimeWord.End))
        {
            return (4, at + 2);
        }

        if (IsEnglishQuarter(at + 1) && PeriodWords.Ordinal(token) is >= 1 and <= 4 || IsOrdinalSuffix(at))
        {
            return token.Sort == TokenSort.Number ? (PeriodWords.Ordinal(token), at + 3) : (PeriodWords.Ordinal(token), at + 2);
        }

        return Is(at, TimeWord.Ending) && Is(at + 1, TimeWord.Quarter) && Is(at + 2, TimeWord.Of) ? (4, at + 2) : default;
    }

    // 1st, 2nd: the digits and their ending are two tokens.
    private bool IsOrdinalSuffix(int at) =>
        Peek(at) is { Sort: TokenSort.Number } && Is(at + 1, TimeWord.OrdinalEnding) && IsEnglishQuarter(at + 2);

    // "second quarter": only where the number comes first. "2 quý" are two of them.
    private bool IsEnglishQuarter(int at) => Peek(at)?.Word is "quarter";
}
