using System.Globalization;
using Bot.Understanding.Questions;
using Bot.Understanding.Text;

namespace Bot.Understanding.Periods;

/// <summary>A time that there is none of: "quý 7", "tháng 13/2023", "ngày 32/1".</summary>
internal static class UnknownTimes
{
    /// <summary>The first such time, as typed; null where there is none.</summary>
    public static string? Find(Sentence sentence)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            if (sentence.SpanAt(i) is not PeriodSpan && Begins(sentence, i) is { } last)
            {
                return sentence.Typed(i, End(sentence, last));
            }
        }

        return null;
    }

    // Where the number of the time stands: "quarter 6", "Q6 2023".
    private static int? Begins(Sentence sentence, int at) =>
        IsTimeWord(sentence.Tokens[at]) && IsCounted(sentence.Tokens[at + 1]) ? at + 1
        : sentence.Tokens[at].Word is ['q', .. var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && sentence.Tokens[at + 1].Sort != TokenSort.Word
            ? at
        : null;

    private static bool IsTimeWord(Token token) =>
        PeriodWords.IsQuarter(token) || PeriodWords.IsMonth(token) || PeriodWords.IsYear(token) || PeriodWords.Is(token, TimeWord.Day);

    private static bool IsCounted(Token token) => token.Sort == TokenSort.Number || token.Word.AsSpan().IndexOfAnyExcept("ivx") < 0;

    // "13/2023": what a stroke joins is one time.
    private static int End(Sentence sentence, int at)
    {
        var end = sentence.SpanAt(at)!.End;
        while (sentence.Peek(end) is { } mark && (mark.Is('/') || mark.Is('-')) && sentence.Peek(end + 1) is { Sort: TokenSort.Number })
        {
            end = sentence.SpanAt(end + 1)!.End;
        }

        return end;
    }
}
