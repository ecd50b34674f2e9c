using System.Globalization;
using Bot.Understanding.Text;

namespace Bot.Understanding.Periods;

/// <summary>The words that times are made of, in both languages.</summary>
internal static class PeriodWords
{
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    /// <summary>A whole number of up to four digits; -1 where the token is none.</summary>
    public static int Number(Token token) =>
        token.Sort == TokenSort.Number && int.TryParse(token.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    /// <summary>A year written with four digits; 0 where the token is none.</summary>
    public static int Year(Token? token) =>
        token is not null && token.Word.Length == 4 && Number(token) is >= 1990 and <= 2100 and var year ? year : 0;

    /// <summary>1 to 4 in digits, Roman numerals or words; 0 where the token is none.</summary>
    public static int Ordinal(Token? token) =>
        token is null ? 0
        : Number(token) is >= 1 and <= 31 and var number ? number
        : Ordinal(token.Key) is > 0 and var typed ? typed
        : token.Decoded is { } decoded ? Ordinal(decoded)
        : 0;

    private static int Ordinal(string key) =>
        key switch
        {
            "i" or "mot5" or "first" or "1st" or "nhat1" or "nhât1" or "one" or "môt5" or "mot" or "nhat" => 1,
            "ii" or "hai" or "second" or "2nd" or "two" => 2,
            "iii" or "ba" or "third" or "3rd" or "three" => 3,
            "iv" or "tư" or "tu" or "fourth" or "4th" or "bôn1" or "four" => 4,
            "năm" or "five" => 5,
            "sau1" or "sau" or "six" => 6,
            "bay3" or "seven" => 7,
            "tam1" or "tam" or "eight" => 8,
            "chin1" or "chin" or "nine" => 9,
            "mươi2" or "muoi" or "ten" => 10,
            _ => 0,
        };

    /// <summary>1 to 12 for the English name of a month; 0 where the token is none.</summary>
    public static int EnglishMonth(Token? token)
    {
        if (token is null || token.Word.Length < 3)
        {
            return 0;
        }

        for (var i = 0; i < Months.Length; i++)
        {
            if (
                Months[i] == token.Word
                || token.Word.Length is 3 or 4
                    && token.Word != "mar"
                    && Months[i].StartsWith(token.Word, StringComparison.Ordinal)
                    && token.Word is not "may"
            )
            {
                return i + 1;
            }
        }

        return token.Word == "mar" ? 3 : 0;
    }

    public static bool IsQuarter(Token? token) => Is(token, "quy1", "quy") || token?.Word is "quarter" or "q" or "quarters";

    public static bool IsMonth(Token? token) => Is(token, "thang1", "thang") || token?.Word is "month" or "months";

    public static bool IsYear(Token? token) => Is(token, "năm", "nam") || token?.Word is "year";

    /// <summary>"sáng 8-5"</summary>
    public static bool IsPartOfDay(Token? token) =>
        Is(token, "sang1", "sang") || Is(token, "trưa", "trua") || Is(token, "chiêu2", "chieu") || Is(token, "tôi1", "toi");

    public static bool IsDay(Token? token) => Is(token, "ngay2", "ngay") || Is(token, "hôm", "hom") || token?.Word is "day" or "date";

    public static bool IsHalf(Token? token) => Is(token, "nưa3", "nua") || token?.Word is "half";

    public static bool IsTo(Token? token) =>
        Is(token, "đên1", "den")
        || token?.Word is "to" or "until" or "till" or "through"
        || Is(token, "tơi1", "toi")
        || Is(token, "sang", "sang");

    public static bool IsFrom(Token? token) => Is(token, "tư2", "tu") || token?.Word is "from";

    public static bool IsAnd(Token? token) => Is(token, "va2", "va") || token?.Word is "and";

    /// <summary>Whether the token has that accented key, or was typed bare and has that bare form.</summary>
    public static bool Is(Token? token, string key, string bare) =>
        token is not null && (token.Key == key || token.Decoded == key || !token.HasAccents && token.Bare == bare && token.Decoded is null);
}
