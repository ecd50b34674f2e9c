using System.Globalization;
using System.Text;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;

namespace Bot.Tests.Understanding;

public sealed class VariantTests
{
    public static IEnumerable<object[]> Questions =>
        Cases.Lines("phu-loc.txt").Where(l => !((string)l[0]).Contains(" | ", StringComparison.Ordinal)).Select(l => new[] { l[0] });

    [Theory]
    [MemberData(nameof(Questions))]
    public void Typing_without_accents_never_changes_the_query(string question) => Same(question, Bare(question));

    [Theory]
    [MemberData(nameof(Questions))]
    public void Decomposed_letters_never_change_the_query(string question) => Same(question, question.Normalize(NormalizationForm.FormD));

    [Theory]
    [MemberData(nameof(Questions))]
    public void Capitals_never_change_the_query(string question) => Same(question, question.ToUpperInvariant());

    [Theory]
    [MemberData(nameof(Questions))]
    public void Courtesy_and_spaces_never_change_the_query(string question) =>
        Same(question, $"  Dạ anh/chị ơi,  cho em hỏi {question}  Em cảm ơn ạ");

    private static void Same(string question, string variant)
    {
        var expected = Cases.Read(question, Cases.PhuLoc, Cases.TodayInPhuLoc);
        var reading = Cases.Read(variant, Cases.PhuLoc, Cases.TodayInPhuLoc);

        if (expected is Reading.Clear { Query: StoreQuery })
        {
            Assert.Equal(Cases.Text(expected), Cases.Text(reading));
        }
        else
        {
            // What was refused or asked about is not answered in another spelling either.
            Assert.IsNotType<Reading.Clear>(
                reading is Reading.Clear { Query: ChatQuery } ? new Reading.OutOfScope { Language = reading.Language } : reading
            );
        }
    }

    private static string Bare(string text)
    {
        var bare = new StringBuilder();
        foreach (var c in text.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(c);
            }
        }

        return bare.ToString();
    }
}
